namespace QemuDsl.Switches;

/// <summary>Recording and replaying.</summary>
[OptionEnum]
public enum IcountReplay
{
    /// <summary>The run is recorded.</summary>
    Record,

    /// <summary>The recording is replayed.</summary>
    Replay,
}
