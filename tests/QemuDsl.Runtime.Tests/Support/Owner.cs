using System.Diagnostics;
using System.Globalization;

namespace QemuDsl.Runtime.Tests;

/// <summary>An owner of VMs that is a process of its own, to be killed, starved or measured; LeaseHolder's Modes tell what each mode does.</summary>
internal sealed class Owner : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private Owner(Process process) => _process = process;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="host">Where its VMs run, on this machine or by way of the same sshd as the test's own.</param>
    /// <param name="mode">What it does.</param>
    /// <param name="command">Its VMs.</param>
    /// <param name="prefix">Program and arguments in front of it.</param>
    public static Owner Start(TestHost host, string mode, RawCommand command, params string[] prefix)
    {
        string[] words =
        [
            .. prefix, Path.Combine(AppContext.BaseDirectory, "LeaseHolder"), HostUnderTest.Word(host.RunRoot), mode, command.Program, .. command.Arguments,
        ];
        return new Owner(Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true })!);
    }

    public int Pid => _process.Id;

    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync(Token).AsTask().WaitAsync(Soon, Token);

    public async Task<(int Pid, string Directory)> ReadVmAsync()
    {
        var words = (await ReadLineAsync())!.Split(' ', 2);
        return (int.Parse(words[0], CultureInfo.InvariantCulture), words[1]);
    }

    /// <summary>All it prints until it ends.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync(Token);
        await _process.WaitForExitAsync(Token);
        Assert.True(_process.ExitCode == 0, $"LeaseHolder ended with {_process.ExitCode}: {output}");
        return output;
    }

    /// <summary>The figures it prints until it ends, by the first word of their line.</summary>
    public async Task<IReadOnlyDictionary<string, long[]>> ReadFiguresAsync()
    {
        var lines = (await ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' '));
        return lines.ToDictionary(
            static words => words[0], static words => words.Skip(1).Select(static word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray());
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(Token);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
