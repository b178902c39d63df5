using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace QemuDsl.Tests.Catalogue;

/// <summary>Starts real QEMU with a command, stopped before the first instruction, and ends it over QMP as soon as it listens.</summary>
internal sealed class Trial : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly Socket _listener;
    private readonly List<string> _said = [];

    private Trial(Process process, Socket listener)
    {
        _process = process;
        _listener = listener;
    }

    /// <summary>What QEMU said before it ended; fails when it refused something.</summary>
    public static async Task<string> RunAsync(string qemu, IQemuCommand command, Stage stage)
    {
        using var trial = Start(qemu, command, stage);
        await trial.ListenUntilAsync(null);
        await trial._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var said = string.Join(Environment.NewLine, trial._said);
        Assert.True(
            trial._process.ExitCode == 0,
            $"QEMU ended with code {trial._process.ExitCode}: {said}{Environment.NewLine}{CommandText.Quoted(qemu, command.Arguments)}");
        return said;
    }

    /// <summary>Fails when QEMU ends without having said what is expected, unless it <paramref name="mayRun"/> and did.</summary>
    public static async Task StopsAtAsync(string qemu, IQemuCommand command, Stage stage, string? pattern, bool mayRun)
    {
        using var trial = Start(qemu, command, stage);
        Assert.True(
            await trial.ListenUntilAsync(pattern) || (mayRun ? await trial.EndsWellAsync() : pattern is null && !await trial.EndsWellAsync()),
            $"QEMU did not say '{pattern}': {string.Join(Environment.NewLine, trial._said)}{Environment.NewLine}{CommandText.Quoted(qemu, command.Arguments)}");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        _listener.Dispose();
    }

    private async Task<bool> EndsWellAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode == 0;
    }

    private static Trial Start(string qemu, IQemuCommand command, Stage stage)
    {
        var path = stage.Path("qmp");
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        foreach (var secret in command.SecretFiles)
        {
            File.WriteAllBytes(stage.Path(secret.Name), secret.Content.ToArray());
        }

        string[] own = ["-S", "-monitor", "none", "-chardev", $"socket,id=trial,path={path}", "-mon", "chardev=trial,mode=control"];
        var start = new ProcessStartInfo(qemu, [.. command.Render(stage.Folder), .. own])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = stage.Folder,
        };
        return new Trial(Process.Start(start)!, listener);
    }

    private async Task<bool> ListenUntilAsync(string? pattern)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        var quitting = QuitAsync(deadline.Token);
        try
        {
            while (await _process.StandardError.ReadLineAsync(deadline.Token) is { } line)
            {
                _said.Add(line);
                if (pattern is not null && Regex.IsMatch(line, pattern))
                {
                    return true;
                }
            }

            return false;
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"QEMU neither ended nor listened within {Deadline}: {string.Join(Environment.NewLine, _said)}");
        }
        finally
        {
            await deadline.CancelAsync();
            await quitting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // QEMU connects while it still reads its options; it answers only when it has taken all of them.
    private async Task QuitAsync(CancellationToken cancellationToken)
    {
        using var monitor = await _listener.AcceptAsync(cancellationToken);
        await monitor.SendAsync("{\"execute\":\"qmp_capabilities\"}{\"execute\":\"quit\"}"u8.ToArray(), cancellationToken);
        await _process.WaitForExitAsync(cancellationToken);
    }
}
