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

    // The platform's own code for a session that failed.
    private const int SessionFailure = 10;

    private Process? _session;
    private Task<string>? _errors;

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
        _session = Process.Start(start)!;
        _errors = _session.StandardError.ReadToEndAsync(CancellationToken.None);
        var said = await ReadAsync(testSessionContext.CancellationToken).ConfigureAwait(false);
        if (said != Ready)
        {
            // An exception would be the platform's crash, with its own stack in front of the reason.
            var reason = (await _errors.ConfigureAwait(false)).Trim();
            await Console.Error.WriteLineAsync($"QemuDsl: the VMs of this project could not be started, so no test was run.\n{reason}").ConfigureAwait(false);
            Environment.Exit(SessionFailure);
        }
    }

    public async Task OnTestSessionFinishingAsync(ITestSessionContext testSessionContext)
    {
        if (_session is { } session)
        {
            // The end of its input is the end of the VMs.
            session.StandardInput.Close();
            await session.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    public void Dispose() => _session?.Dispose();

    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _session!.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _session!.StandardInput.Close();
            await _session.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private static string DotNet() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } running ? running : "dotnet";
}
