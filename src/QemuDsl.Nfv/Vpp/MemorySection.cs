namespace QemuDsl.Nfv;

/// <summary>VPP's heap (<c>memory</c>).</summary>
[Section("memory")]
public sealed partial record MemorySection
{
    /// <summary>Size of the main heap (<c>main-heap-size</c>).</summary>
    [AtLeast(1)]
    public ByteSize? MainHeapSize { get; init; }

    /// <summary>Pages it is made of, such as <c>2M</c> (<c>main-heap-page-size</c>).</summary>
    [PowerOfTwo]
    public ByteSize? MainHeapPageSize { get; init; }

    /// <summary>Huge pages where none are named (<c>default-hugepage-size</c>).</summary>
    [PowerOfTwo]
    public ByteSize? DefaultHugepageSize { get; init; }
}
