namespace QemuDsl.Objects;

/// <summary>Memory in an anonymous file (<c>-object memory-backend-memfd</c>).</summary>
[QemuObject("memory-backend-memfd", IdPrefix = "mem")]
public sealed partial record MemoryBackendMemfd : MemoryBackend, IMemoryBackend
{
    /// <summary>Whether it has huge pages (<c>hugetlb</c>).</summary>
    public bool? Hugetlb { get; init; }

    /// <summary>Size of a huge page (<c>hugetlbsize</c>).</summary>
    [PowerOfTwo]
    [Requires(nameof(Hugetlb))]
    public ByteSize? Hugetlbsize { get; init; }

    /// <summary>Whether its size can no longer change (<c>seal</c>).</summary>
    public bool? Seal { get; init; }
}
