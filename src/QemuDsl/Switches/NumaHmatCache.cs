namespace QemuDsl.Switches;

/// <summary>A cache in front of the memory of a NUMA node (<c>-numa hmat-cache</c>).</summary>
/// <remarks>Needs <c>hmat=on</c> of the machine, and latency and bandwidth of the node before it.</remarks>
[Switch("-numa", "hmat-cache", Repeatable = true)]
public sealed partial record NumaHmatCache
{
    /// <summary>The node (<c>node-id</c>).</summary>
    [Range(0, 127)]
    public required int NodeId { get; init; }

    /// <summary>Its size (<c>size</c>).</summary>
    [AtLeast(1)]
    public required ByteSize Size { get; init; }

    /// <summary>Its level (<c>level</c>).</summary>
    [Range(1, 3)]
    public required int Level { get; init; }

    /// <summary>Where a line may lie in it (<c>associativity</c>).</summary>
    public required HmatCacheAssociativity Associativity { get; init; }

    /// <summary>When writes reach the memory (<c>policy</c>).</summary>
    public required HmatCachePolicy Policy { get; init; }

    /// <summary>Bytes of a line (<c>line</c>).</summary>
    [Range(0, 65535)]
    public required int Line { get; init; }
}
