namespace QemuDsl.Blockdevs;

/// <summary>A directory of the host as a FAT disk (<c>-blockdev driver=vvfat</c>).</summary>
[Blockdev("vvfat")]
public sealed partial record VvfatBlockdev : CommonBlockdev
{
    /// <summary>The directory (<c>dir</c>).</summary>
    public required string Dir { get; init; }

    /// <summary>12, 16 or 32 (<c>fat-type</c>).</summary>
    public int? FatType { get; init; }

    /// <summary>Whether it looks like a floppy (<c>floppy</c>).</summary>
    public bool? Floppy { get; init; }

    /// <summary>Volume label, at most 11 characters (<c>label</c>).</summary>
    [Pattern(".{0,11}")]
    public string? Label { get; init; }

    /// <summary>Whether the guest may write (<c>rw</c>); fragile, and only for small files.</summary>
    public bool? Rw { get; init; }
}
