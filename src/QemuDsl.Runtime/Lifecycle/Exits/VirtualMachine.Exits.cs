namespace QemuDsl.Runtime;

public sealed partial class VirtualMachine
{
    // What QEMU said last is on its way on a channel of its own when its end is known.
    private static readonly TimeSpan LastEvents = TimeSpan.FromMilliseconds(500);

    private async Task<VmExit> WithCauseAsync(VmExit exit)
    {
        if (exit.Cause == VmExitCause.OutOfMemory && _killed)
        {
            return exit with { Cause = VmExitCause.Signal };
        }

        if (exit.Cause != VmExitCause.Unknown || exit.Code is null)
        {
            return exit;
        }

        await Task.WhenAny(Qmp.Drained, Task.Delay(LastEvents, _host.TimeProvider)).ConfigureAwait(false);
        return exit with { Cause = ExitCauses.Of(Qmp.Shutdown) };
    }
}
