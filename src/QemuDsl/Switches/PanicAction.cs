namespace QemuDsl.Switches;

/// <summary>What a panic of the guest does.</summary>
[OptionEnum]
public enum PanicAction
{
    /// <summary>The guest is kept, stopped.</summary>
    Pause,

    /// <summary>QEMU ends.</summary>
    Shutdown,

    /// <summary>QEMU ends with code 1.</summary>
    ExitFailure,

    /// <summary>Nothing; events tell of it.</summary>
    None,
}
