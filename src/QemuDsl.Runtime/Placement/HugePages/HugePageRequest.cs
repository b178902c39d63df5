namespace QemuDsl.Runtime;

/// <summary>Memory of huge pages that somebody is going to need.</summary>
/// <param name="Size">How much; rounded up to whole pages.</param>
public sealed record HugePageRequest(ByteSize Size)
{
    /// <summary>Size of the pages; the host's default when null.</summary>
    public ByteSize? PageSize { get; init; }

    /// <summary>The NUMA node they must be on; any when null.</summary>
    public int? Node { get; init; }
}
