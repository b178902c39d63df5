namespace QemuDsl.Switches;

/// <summary>What happens when a guest powers off.</summary>
[OptionEnum]
public enum ShutdownAction
{
    /// <summary>QEMU ends.</summary>
    Poweroff,

    /// <summary>QEMU stays, with the guest paused.</summary>
    Pause,
}
