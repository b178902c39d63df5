namespace QemuDsl.Switches;

/// <summary>What happens when a guest reboots.</summary>
[OptionEnum]
public enum RebootAction
{
    /// <summary>It is reset.</summary>
    Reset,

    /// <summary>It is shut down.</summary>
    Shutdown,
}
