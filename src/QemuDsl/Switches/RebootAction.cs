namespace QemuDsl.Switches;

/// <summary>What a reboot of the guest does.</summary>
[OptionEnum]
public enum RebootAction
{
    /// <summary>It reboots.</summary>
    Reset,

    /// <summary>QEMU ends.</summary>
    Shutdown,
}
