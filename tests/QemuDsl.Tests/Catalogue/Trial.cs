using System.Diagnostics;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace QemuDsl.Tests.Catalogue;

/// <summary>Starts real QEMU with a command, stopped before the first instruction, and ends it over QMP.</summary>
internal static class Trial
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    /// <summary>What QEMU said before it ended; fails when it ended by itself or with an error.</summary>
    public static async Task<string> RunAsync(string qemu, IQemuCommand command, Stage stage)
    {
        using var trial = Start(qemu, command, stage);
        var said = trial.Errors;
        var ended = trial.Process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var connected = trial.Listener.AcceptAsync(TestContext.Current.CancellationToken).AsTask();
        await Task.WhenAny(ended, connected).WaitAsync(Deadline, TestContext.Current.CancellationToken);
        if (connected.IsCompletedSuccessfully)
        {
            using var monitor = await connected;
            await monitor.SendAsync("{\"execute\":\"qmp_capabilities\"}{\"execute\":\"quit\"}"u8.ToArray());
            await ended.WaitAsync(Deadline, TestContext.Current.CancellationToken);
        }

        var errors = await said;
        Assert.True(
            connected.IsCompletedSuccessfully && trial.Process.ExitCode == 0,
            $"QEMU refused it (code {trial.Process.ExitCode}): {errors}{Environment.NewLine}{string.Join(Environment.NewLine, command.Arguments)}");
        return errors;
    }

    /// <summary>Waits until QEMU has said what is expected; fails when it ends without.</summary>
    public static async Task StopsAtAsync(string qemu, IQemuCommand command, Stage stage, string pattern)
    {
        using var trial = Start(qemu, command, stage);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        var said = new List<string>();
        while (await trial.Process.StandardError.ReadLineAsync(deadline.Token) is { } line)
        {
            said.Add(line);
            if (Regex.IsMatch(line, pattern))
            {
                return;
            }
        }

        Assert.Fail($"QEMU did not say '{pattern}': {string.Join(Environment.NewLine, said)}");
    }

    private static Running Start(string qemu, IQemuCommand command, Stage stage)
    {
        var path = stage.Path("qmp");
        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        foreach (var secret in command.SecretFiles)
        {
            System.IO.File.WriteAllBytes(stage.Path(secret.Name), secret.Content.ToArray());
        }

        string[] own = ["-S", "-monitor", "none", "-chardev", $"socket,id=trial,path={path}", "-mon", "chardev=trial,mode=control"];
        var start = new ProcessStartInfo(qemu, [.. command.Render(stage.Folder), .. own])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = stage.Folder,
        };
        return new Running(Process.Start(start)!, listener);
    }

    private sealed class Running(Process process, Socket listener) : IDisposable
    {
        private Task<string>? _errors;

        public Process Process => process;

        public Socket Listener => listener;

        public Task<string> Errors => _errors ??= process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        public void Dispose()
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
            listener.Dispose();
        }
    }
}
