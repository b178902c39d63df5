namespace QemuDsl.Runtime;

/// <summary>The phases of a start, in their order.</summary>
public enum BootPhase
{
    /// <summary>The description is checked, the run directory made.</summary>
    Preparing,

    /// <summary>The supervisor is started on the host.</summary>
    Spawning,

    /// <summary>QEMU runs and is asked for its greeting.</summary>
    Connecting,

    /// <summary>QEMU answers; the guest is paused before its first instruction.</summary>
    Paused,

    /// <summary>The guest runs and is waited for.</summary>
    Running,

    /// <summary>What was waited for has come.</summary>
    Booted,
}
