namespace QemuDsl.Switches;

/// <summary>A monitor (<c>-mon</c>).</summary>
[Switch("-mon", Repeatable = true)]
public sealed partial record QemuMonitor
{
    /// <summary>Where it speaks (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>For people or for programs (<c>mode</c>).</summary>
    public MonitorMode? Mode { get; init; }

    /// <summary>Whether its JSON is indented (<c>pretty</c>).</summary>
    public bool? Pretty { get; init; }
}
