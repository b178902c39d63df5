namespace QemuDsl.Blockdevs;

/// <summary>An image without a format (<c>-blockdev driver=raw</c>).</summary>
[Blockdev("raw")]
public sealed partial record RawBlockdev : CommonBlockdev
{
    /// <summary>The node the image is in (<c>file</c>).</summary>
    public required IBlockNode File { get; init; }

    /// <summary>Where the image begins in it, in bytes (<c>offset</c>).</summary>
    [AtLeast(0)]
    public ByteSize? Offset { get; init; }

    /// <summary>How long the image is, in bytes (<c>size</c>).</summary>
    [AtLeast(0)]
    public ByteSize? Size { get; init; }
}
