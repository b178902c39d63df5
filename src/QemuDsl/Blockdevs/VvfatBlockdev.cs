namespace QemuDsl.Blockdevs;

/// <summary>A directory as a FAT disk (<c>-blockdev driver=vvfat</c>).</summary>
[Blockdev("vvfat")]
public sealed partial record VvfatBlockdev : BlockNode
{
    /// <summary>The directory (<c>dir</c>).</summary>
    public required string Dir { get; init; }

    /// <summary>Width of its table: 12, 16 or 32 (<c>fat-type</c>).</summary>
    public int? FatType { get; init; }

    /// <summary>Whether it is a floppy (<c>floppy</c>).</summary>
    public bool? Floppy { get; init; }

    /// <summary>Its label, at most 11 characters (<c>label</c>).</summary>
    public string? Label { get; init; }

    /// <summary>Whether the guest may write to it (<c>rw</c>).</summary>
    public bool? Rw { get; init; }
}
