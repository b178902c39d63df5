namespace QemuDsl.Switches;

/// <summary>Distance between two NUMA nodes (<c>-numa dist</c>).</summary>
[Switch("-numa", "dist", Repeatable = true)]
public sealed partial record NumaDistance
{
    /// <summary>From this node (<c>src</c>).</summary>
    public required uint Src { get; init; }

    /// <summary>To this node (<c>dst</c>).</summary>
    public required uint Dst { get; init; }

    /// <summary>Distance; 10 is the node itself, 255 not reachable (<c>val</c>).</summary>
    [Range(10, 255)]
    public required uint Val { get; init; }
}
