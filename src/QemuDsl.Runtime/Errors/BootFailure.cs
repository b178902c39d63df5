namespace QemuDsl.Runtime;

/// <summary>Why a boot wait failed.</summary>
public enum BootFailure
{
    /// <summary>The deadline passed.</summary>
    TimedOut,

    /// <summary>The guest said that it failed, such as a kernel panic or a power-off.</summary>
    GuestFailed,

    /// <summary>QEMU ended.</summary>
    Exited,

    /// <summary>What was waited for cannot come, such as a serial marker from a guest without a serial console.</summary>
    Impossible,
}
