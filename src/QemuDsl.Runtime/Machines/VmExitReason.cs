namespace QemuDsl.Runtime;

/// <summary>Who ended a VM.</summary>
public enum VmExitReason
{
    /// <summary>QEMU ended: by itself, by QMP, or by a signal from outside.</summary>
    Ended,

    /// <summary>Its owner ended the lease.</summary>
    Stopped,

    /// <summary>Its supervisor was killed and took it along.</summary>
    SupervisorKilled,

    /// <summary>Its <see cref="VmOptions.Lifetime"/> was over.</summary>
    LifetimeOver,

    /// <summary>It was left to itself (<see cref="VirtualMachine.DetachAsync"/>) and runs on.</summary>
    Detached,

    /// <summary>Its supervisor ended without telling how QEMU did.</summary>
    SupervisorEnded,
}
