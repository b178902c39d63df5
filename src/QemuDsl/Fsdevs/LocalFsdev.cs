namespace QemuDsl.Fsdevs;

/// <summary>A directory of the host (<c>-fsdev local</c>).</summary>
[Fsdev("local")]
public sealed partial record LocalFsdev
{
    /// <summary>The directory (<c>path</c>).</summary>
    public required string Path { get; init; }

    /// <summary>How owners and modes are kept (<c>security_model</c>).</summary>
    [Key("security_model")]
    public required FsdevSecurityModel SecurityModel { get; init; }

    /// <summary>Whether it is only read (<c>readonly</c>).</summary>
    public bool? Readonly { get; init; }

    /// <summary>What happens where it crosses file systems (<c>multidevs</c>).</summary>
    public FsdevMultidevs? Multidevs { get; init; }

    /// <summary>Mode of new files, as a number (<c>fmode</c>).</summary>
    [Requires(nameof(SecurityModel))]
    public uint? Fmode { get; init; }

    /// <summary>Mode of new directories, as a number (<c>dmode</c>).</summary>
    [Requires(nameof(SecurityModel))]
    public uint? Dmode { get; init; }

    /// <summary>Whether writes go to the disk at once (<c>writeout</c>).</summary>
    public FsdevWriteout? Writeout { get; init; }
}
