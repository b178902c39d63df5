namespace QemuDsl.Switches;

/// <summary>What happens when a guest's watchdog fires.</summary>
[OptionEnum]
public enum WatchdogReaction
{
    /// <summary>It is reset.</summary>
    Reset,

    /// <summary>It is shut down.</summary>
    Shutdown,

    /// <summary>It is powered off.</summary>
    Poweroff,

    /// <summary>It gets an NMI.</summary>
    InjectNmi,

    /// <summary>It is paused.</summary>
    Pause,

    /// <summary>A message is printed.</summary>
    Debug,

    /// <summary>Nothing.</summary>
    None,
}
