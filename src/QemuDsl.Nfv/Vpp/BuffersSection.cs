namespace QemuDsl.Nfv;

/// <summary>VPP's packet buffers (<c>buffers</c>).</summary>
[Section("buffers")]
public sealed partial record BuffersSection
{
    /// <summary>Buffers on each NUMA node (<c>buffers-per-numa</c>).</summary>
    [AtLeast(1)]
    public int? BuffersPerNuma { get; init; }

    /// <summary>Bytes of data in a buffer (<c>default data-size</c>).</summary>
    [Key("default data-size")]
    [AtLeast(1)]
    public int? DefaultDataSize { get; init; }

    /// <summary>Pages they are made of (<c>page-size</c>).</summary>
    [PowerOfTwo]
    public ByteSize? PageSize { get; init; }
}
