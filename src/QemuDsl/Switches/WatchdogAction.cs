namespace QemuDsl.Switches;

/// <summary>What a watchdog that runs out does.</summary>
[OptionEnum]
public enum WatchdogAction
{
    /// <summary>The guest reboots.</summary>
    Reset,

    /// <summary>The guest is asked to power off.</summary>
    Shutdown,

    /// <summary>QEMU ends.</summary>
    Poweroff,

    /// <summary>The guest gets an NMI.</summary>
    InjectNmi,

    /// <summary>The guest is stopped.</summary>
    Pause,

    /// <summary>A message, and nothing else.</summary>
    Debug,

    /// <summary>Nothing; events tell of it.</summary>
    None,
}
