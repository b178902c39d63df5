namespace QemuDsl.Switches;

/// <summary>Recording or replaying a run.</summary>
[OptionEnum]
public enum IcountReplay
{
    /// <summary>Record it.</summary>
    Record,

    /// <summary>Replay it.</summary>
    Replay,
}
