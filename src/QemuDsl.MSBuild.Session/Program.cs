using System.Runtime.InteropServices;
using QemuDsl;
using QemuDsl.MSBuild;
using QemuDsl.MSBuild.Session;

// Ctrl-C in a terminal reaches the whole group; this program ends with its owner, behind the VMs and not before them.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => signal.Cancel = true);

if (args is not ["start" or "build", var plan])
{
    await Console.Error.WriteLineAsync("Usage: dotnet exec QemuDsl.MSBuild.Session.dll start|build PLAN").ConfigureAwait(false);
    return 2;
}

// Not disposed: its owner may outlive what this program does.
var ownerGone = new CancellationTokenSource();
var owner = OwnerAsync(ownerGone.CancelAsync);
var report = new SessionReport(forBuild: args[0] == "build");
try
{
    var orders = (await VmPlan.ReadAsync(plan, ownerGone.Token).ConfigureAwait(false)).Vms;
    using var held = await SessionLock.TakeAsync(orders, report, ownerGone.Token).ConfigureAwait(false);
    var vms = new SessionVms(report);
    if (!await vms.StartAsync(orders, ownerGone.Token).ConfigureAwait(false))
    {
        return 1;
    }

    report.Tell(new SessionLine(SessionLineKind.Ready, ""));
    await owner.ConfigureAwait(false);
    return await vms.StopAsync().ConfigureAwait(false) ? 0 : 1;
}
catch (OperationCanceledException) when (ownerGone.IsCancellationRequested)
{
    return 1;
}
catch (Exception failure) when (failure is QemuException or IOException or UnauthorizedAccessException)
{
    report.Error(failure);
    return 1;
}

// The end of the input is the end of the owner, however it ended.
static async Task OwnerAsync(Func<Task> gone)
{
    using var input = Console.OpenStandardInput();
    await input.CopyToAsync(Stream.Null).ConfigureAwait(false);
    await gone().ConfigureAwait(false);
}
