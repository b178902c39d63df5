using System.Runtime.InteropServices;
using QemuDsl;
using QemuDsl.MSBuild.Session;

// Ctrl-C in a terminal reaches the whole group; this program ends with its owner, behind the VMs and not before them.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, static signal => signal.Cancel = true);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, static signal => signal.Cancel = true);

// Not disposed: its owner may outlive what this program does.
var ownerGone = new CancellationTokenSource();
var owner = OwnerAsync(ownerGone.CancelAsync);
try
{
    var vms = args switch
    {
        ["start", var plan] => await SessionVms.StartAsync(plan, ownerGone.Token).ConfigureAwait(false),
        ["hold", .. var records] => await SessionVms.ReadAsync(records, ownerGone.Token).ConfigureAwait(false),
        _ => null,
    };
    if (vms is null)
    {
        await Console.Error.WriteLineAsync("Usage: dotnet exec QemuDsl.MSBuild.Session.dll start PLAN | hold RECORD…").ConfigureAwait(false);
        return 2;
    }

    await Console.Out.WriteLineAsync("ready").ConfigureAwait(false);
    await owner.ConfigureAwait(false);
    await vms.StopAsync().ConfigureAwait(false);
    return 0;
}
catch (OperationCanceledException) when (ownerGone.IsCancellationRequested)
{
    return 1;
}
catch (QemuException failure)
{
    await Console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
    return 1;
}

// The end of the input is the end of the owner, however it ended.
static async Task OwnerAsync(Func<Task> gone)
{
    using var input = Console.OpenStandardInput();
    await input.CopyToAsync(Stream.Null).ConfigureAwait(false);
    await gone().ConfigureAwait(false);
}
