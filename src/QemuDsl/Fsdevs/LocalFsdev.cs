using QemuDsl.Blockdevs;

namespace QemuDsl.Fsdevs;

/// <summary>A directory of the host (<c>-fsdev local</c>).</summary>
/// <remarks><c>fmode</c> and <c>dmode</c> go with the mapped security models.</remarks>
[Fsdev("local")]
public sealed partial record LocalFsdev
{
    /// <summary>The directory (<c>path</c>).</summary>
    public required string Path { get; init; }

    /// <summary>How owners and modes of the guest are kept on the host (<c>security_model</c>).</summary>
    [Key("security_model")]
    public required FsdevSecurityModel SecurityModel { get; init; }

    /// <summary>Whether the guest cannot write (<c>readonly</c>).</summary>
    [Key("readonly")]
    public bool? ReadOnly { get; init; }

    /// <summary>When written data reaches the disk (<c>writeout</c>).</summary>
    public FsdevWriteout? Writeout { get; init; }

    /// <summary>What to do when the directory spans several file systems (<c>multidevs</c>).</summary>
    public FsdevMultidevs? Multidevs { get; init; }

    /// <summary>Mode of new files, in octal (<c>fmode</c>).</summary>
    [Key("fmode")]
    [Pattern("0[0-7]{1,4}")]
    public string? FMode { get; init; }

    /// <summary>Mode of new directories, in octal (<c>dmode</c>).</summary>
    [Key("dmode")]
    [Pattern("0[0-7]{1,4}")]
    public string? DMode { get; init; }

    /// <summary>Limits of speed (<c>throttling</c>).</summary>
    public ThrottleLimits? Throttling { get; init; }
}
