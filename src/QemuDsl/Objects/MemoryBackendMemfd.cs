namespace QemuDsl.Objects;

/// <summary>Memory in an anonymous file, which other processes can map (<c>-object memory-backend-memfd</c>).</summary>
[QemuObject("memory-backend-memfd", IdPrefix = "mem")]
public sealed partial record MemoryBackendMemfd : HostMemoryBackend, IMemoryBackend
{
    /// <summary>Whether it is made of huge pages (<c>hugetlb</c>).</summary>
    [Key("hugetlb")]
    public bool? HugeTlb { get; init; }

    /// <summary>Size of those pages (<c>hugetlbsize</c>).</summary>
    [Key("hugetlbsize")]
    [PowerOfTwo]
    [Requires(nameof(HugeTlb))]
    public ByteSize? HugeTlbSize { get; init; }

    /// <summary>Whether its size is sealed (<c>seal</c>).</summary>
    public bool? Seal { get; init; }
}
