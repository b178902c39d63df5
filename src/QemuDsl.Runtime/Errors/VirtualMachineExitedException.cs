namespace QemuDsl.Runtime;

/// <summary>The VM is gone: QEMU ended before what was asked of it was done.</summary>
public sealed class VirtualMachineExitedException : QemuException
{
    internal VirtualMachineExitedException(string message, VmExit exit)
        : base(message) => Exit = exit;

    /// <summary>How it ended.</summary>
    public VmExit Exit { get; }
}
