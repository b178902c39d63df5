using System.ComponentModel;
using System.Diagnostics;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Services;

namespace QemuDsl.MSBuild.TestHook;

/// <summary>
/// Has the VMs of the project started before the first test and stopped after the last. A program of its own does it: it brings libraries that a test
/// program may have in other versions, and ends the VMs when this one ends, however it ends.
/// </summary>
internal sealed class VmSession(ICommandLineOptions options) : ITestSessionLifetimeHandler, IDisposable
{
    private const string PlanFile = "qemu-vms.plan.json";
    private const string ProgramFile = "qemu-vms.session";
    private const string Ready = "ready";

    // As the tasks call it.
    private const string HostNotReady = "QDT0006";

    // The platform's own code for a session that failed.
    private const int SessionFailure = 10;

    // The exit code of a program that has said why.
    private const int ToldFailure = 1;

    // A VM is killed within seconds. What takes longer is a host that does not answer, and a test run must not wait for that.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private Process? _session;

    public string Uid => "QemuDsl.MSBuild.TestHook";

    public string Version => "1";

    public string DisplayName => "QemuDsl";

    public string Description => "Starts the VMs of the project before its tests and stops them afterwards.";

    public Task<bool> IsEnabledAsync() => Task.FromResult(File.Exists(Beside(PlanFile)) && !options.IsOptionSet("list-tests"));

    public async Task OnTestSessionStartingAsync(ITestSessionContext testSessionContext)
    {
        var program = await File.ReadAllTextAsync(Beside(ProgramFile), testSessionContext.CancellationToken).ConfigureAwait(false);
        var start = new ProcessStartInfo(DotNet(), ["exec", program.Trim(), "start", Beside(PlanFile)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            _session = Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            Tell($"QemuDsl error {HostNotReady}: The program that holds the VMs needs '{start.FileName}', and it could not be started: {missing.Message}. Install the .NET runtime, and have it on PATH.");
            await GiveUpAsync().ConfigureAwait(false);
            return;
        }

        // What it has to say it says at any time: what a profile prints, what is wrong, and at the end what could not be stopped.
        _session.ErrorDataReceived += static (_, line) => Tell(line.Data);
        _session.BeginErrorReadLine();
        if (await ReadAsync(testSessionContext.CancellationToken).ConfigureAwait(false) != Ready)
        {
            await EndAsync(_session).ConfigureAwait(false);
            Tell(_session is { HasExited: true, ExitCode: not (0 or ToldFailure) } ? $"QemuDsl error {HostNotReady}: The program that holds the VMs ended with code {_session.ExitCode} before they were there." : null);
            await GiveUpAsync().ConfigureAwait(false);
        }
    }

    public Task OnTestSessionFinishingAsync(ITestSessionContext testSessionContext) => _session is { } session ? EndAsync(session) : Task.CompletedTask;

    public void Dispose() => _session?.Dispose();

    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _session!.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(_session!).ConfigureAwait(false);
            throw;
        }
    }

    // The end of its input is the end of the VMs.
    private static async Task EndAsync(Process session)
    {
        session.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await session.WaitForExitAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Tell($"QemuDsl: process {session.Id} is still stopping VMs after {Patience.TotalSeconds} s; nobody waits for it any more.");
        }
    }

    // An exception would be the platform's crash, with its own stack in front of the reason.
    private static async Task GiveUpAsync()
    {
        await Console.Error.WriteLineAsync("QemuDsl: the VMs of this project could not be started, so no test was run: the reason is above.").ConfigureAwait(false);
        Environment.Exit(SessionFailure);
    }

    private static void Tell(string? line)
    {
        if (line is not null)
        {
            Console.Error.WriteLine(line);
        }
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static string DotNet() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } running ? running : "dotnet";
}
