namespace QemuDsl.Switches;

/// <summary>What a power-off of the guest does.</summary>
[OptionEnum]
public enum ShutdownAction
{
    /// <summary>QEMU ends.</summary>
    Poweroff,

    /// <summary>The guest is kept, stopped.</summary>
    Pause,
}
