namespace QemuDsl.Objects;

/// <summary>Memory in a file, such as huge pages of a hugetlbfs (<c>-object memory-backend-file</c>).</summary>
[QemuObject("memory-backend-file", IdPrefix = "mem")]
public sealed partial record MemoryBackendFile : HostMemoryBackend, IMemoryBackend
{
    /// <summary>The file, or the directory in which QEMU makes one (<c>mem-path</c>).</summary>
    public required string MemPath { get; init; }

    /// <summary>Alignment in the address space of QEMU (<c>align</c>).</summary>
    [PowerOfTwo]
    public ByteSize? Align { get; init; }

    /// <summary>Where the memory begins in the file (<c>offset</c>).</summary>
    [AtLeast(0)]
    [Since("8.1")]
    public ByteSize? Offset { get; init; }

    /// <summary>Whether the contents may be lost when QEMU ends (<c>discard-data</c>).</summary>
    public bool? DiscardData { get; init; }

    /// <summary>Whether the file is on persistent memory (<c>pmem</c>).</summary>
    public bool? Pmem { get; init; }

    /// <summary>Whether the file is opened for reading only (<c>readonly</c>).</summary>
    [Key("readonly")]
    public bool? ReadOnly { get; init; }

    /// <summary>Whether the guest sees read-only memory (<c>rom</c>).</summary>
    [Since("8.2")]
    public OnOffAuto? Rom { get; init; }
}
