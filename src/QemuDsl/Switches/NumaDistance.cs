namespace QemuDsl.Switches;

/// <summary>Distance between two NUMA nodes (<c>-numa dist</c>).</summary>
[Switch("-numa", "dist", Repeatable = true)]
public sealed partial record NumaDistance
{
    /// <summary>From (<c>src</c>).</summary>
    [Range(0, 127)]
    public required int Src { get; init; }

    /// <summary>To (<c>dst</c>).</summary>
    [Range(0, 127)]
    public required int Dst { get; init; }

    /// <summary>Distance; 10 is local, 255 unreachable (<c>val</c>).</summary>
    [Range(10, 255)]
    public required int Val { get; init; }
}
