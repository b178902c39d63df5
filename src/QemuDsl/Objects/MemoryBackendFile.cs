namespace QemuDsl.Objects;

/// <summary>Memory in a file, such as on hugetlbfs (<c>-object memory-backend-file</c>).</summary>
[QemuObject("memory-backend-file", IdPrefix = "mem")]
public sealed partial record MemoryBackendFile : MemoryBackend, IMemoryBackend
{
    /// <summary>The file, or a directory for a file of its own (<c>mem-path</c>).</summary>
    public required string MemPath { get; init; }

    /// <summary>Alignment of the mapping (<c>align</c>).</summary>
    [PowerOfTwo]
    public ByteSize? Align { get; init; }

    /// <summary>Whether its content is thrown away at the end (<c>discard-data</c>).</summary>
    public bool? DiscardData { get; init; }

    /// <summary>Whether it is persistent memory (<c>pmem</c>).</summary>
    public bool? Pmem { get; init; }

    /// <summary>Whether it is only read (<c>readonly</c>).</summary>
    public bool? Readonly { get; init; }

    /// <summary>Where in the file it begins (<c>offset</c>).</summary>
    [Since("8.1")]
    public ByteSize? Offset { get; init; }

    /// <summary>Whether the guest sees it as read-only (<c>rom</c>).</summary>
    [Since("8.2")]
    public OnOffAuto? Rom { get; init; }
}
