namespace QemuDsl.Runtime;

/// <summary>What made QEMU end, from the reason of its <c>SHUTDOWN</c> event and its exit code.</summary>
public enum VmExitCause
{
    /// <summary>It is not known: QEMU said nothing, such as one that refused its arguments or was ended by <c>isa-debug-exit</c>.</summary>
    Unknown,

    /// <summary>The guest switched itself off, by itself or because somebody pressed the power button.</summary>
    GuestShutdown,

    /// <summary>The guest reset itself, as a triple fault does, and the command has <c>-no-reboot</c>.</summary>
    GuestReset,

    /// <summary>The guest reported a panic (<c>pvpanic</c>).</summary>
    GuestPanic,

    /// <summary>QMP's <c>quit</c>, or somebody closed its window.</summary>
    Quit,

    /// <summary>QMP's <c>system_reset</c>, and the command has <c>-no-reboot</c>.</summary>
    Reset,

    /// <summary>QEMU could not go on.</summary>
    Error,

    /// <summary>SIGTERM, SIGINT or SIGHUP, which QEMU takes as an order to end; its owner's end of the lease sends SIGTERM.</summary>
    Terminated,

    /// <summary>A signal that ends a process at once; <see cref="VmExit.Signal"/> tells which.</summary>
    Signal,

    /// <summary>
    /// SIGKILL that <see cref="VirtualMachine.KillAsync"/> did not send, while since the VM's start the kernel's OOM killer has ended a process
    /// of QEMU's control group (<c>oom_kill</c> of <c>memory.events</c> or <c>memory.oom_control</c>), or of the host where there is none. That
    /// process was QEMU unless somebody else killed it: the kernel tells nobody without rights which one it took.
    /// </summary>
    OutOfMemory,
}
