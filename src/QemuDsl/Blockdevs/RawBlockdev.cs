namespace QemuDsl.Blockdevs;

/// <summary>Bytes as they are (<c>-blockdev driver=raw</c>).</summary>
[Blockdev("raw")]
public sealed partial record RawBlockdev : BlockNode
{
    /// <summary>Where they are (<c>file</c>).</summary>
    public required IBlockNode File { get; init; }

    /// <summary>Where they begin (<c>offset</c>).</summary>
    public ByteSize? Offset { get; init; }

    /// <summary>How many (<c>size</c>).</summary>
    public ByteSize? Size { get; init; }
}
