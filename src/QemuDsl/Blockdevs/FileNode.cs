namespace QemuDsl.Blockdevs;

/// <summary>What files and devices of the host have in common.</summary>
public abstract record FileNode : BlockNode
{
    /// <summary>Path (<c>filename</c>).</summary>
    public required string Filename { get; init; }

    /// <summary>Whether it is locked against other QEMUs (<c>locking</c>).</summary>
    public OnOffAuto? Locking { get; init; }

    /// <summary>How I/O is done (<c>aio</c>).</summary>
    public BlockdevAio? Aio { get; init; }

    /// <summary>Requests handed to the kernel at once (<c>aio-max-batch</c>).</summary>
    [AtLeast(0)]
    public int? AioMaxBatch { get; init; }

    /// <summary>Whether caches are dropped in migration (<c>drop-cache</c>).</summary>
    public bool? DropCache { get; init; }
}
