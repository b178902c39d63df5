namespace QemuDsl.Switches;

/// <summary>Latency or bandwidth between two NUMA nodes (<c>-numa hmat-lb</c>).</summary>
/// <remarks>Needs <c>hmat=on</c> of the machine.</remarks>
[Switch("-numa", "hmat-lb", Repeatable = true)]
public sealed partial record NumaHmatLb
{
    /// <summary>The node of the CPUs (<c>initiator</c>).</summary>
    [Range(0, 127)]
    public required int Initiator { get; init; }

    /// <summary>The node of the memory (<c>target</c>).</summary>
    [Range(0, 127)]
    public required int Target { get; init; }

    /// <summary>Memory, or a cache of it (<c>hierarchy</c>).</summary>
    public required HmatHierarchy Hierarchy { get; init; }

    /// <summary>What is told (<c>data-type</c>).</summary>
    public required HmatDataType DataType { get; init; }

    /// <summary>Nanoseconds (<c>latency</c>).</summary>
    [AtLeast(0)]
    [Conflicts(nameof(Bandwidth))]
    public long? Latency { get; init; }

    /// <summary>Bytes per second (<c>bandwidth</c>).</summary>
    [AtLeast(0)]
    public ByteSize? Bandwidth { get; init; }
}
