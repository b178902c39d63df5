namespace QemuDsl.Switches;

/// <summary>What happens when a guest panics.</summary>
[OptionEnum]
public enum PanicAction
{
    /// <summary>It is paused.</summary>
    Pause,

    /// <summary>It is shut down.</summary>
    Shutdown,

    /// <summary>QEMU ends with a failure.</summary>
    ExitFailure,

    /// <summary>Nothing.</summary>
    None,
}
