namespace QemuDsl.Blockdevs;

/// <summary>What files and devices of the host have in common.</summary>
public abstract record HostFileBlockdev : CommonBlockdev
{
    /// <summary>Its path (<c>filename</c>).</summary>
    public required string Filename { get; init; }

    /// <summary>Whether it is locked against other processes (<c>locking</c>).</summary>
    public OnOffAuto? Locking { get; init; }

    /// <summary>How the host reads and writes (<c>aio</c>).</summary>
    public BlockdevAio? Aio { get; init; }

    /// <summary>Most requests handed to the host at once (<c>aio-max-batch</c>).</summary>
    [AtLeast(0)]
    public long? AioMaxBatch { get; init; }

    /// <summary>Whether the host forgets cached pages when a migration ends (<c>drop-cache</c>).</summary>
    public bool? DropCache { get; init; }

    /// <summary>Id of the object that does persistent reservations (<c>pr-manager</c>).</summary>
    public QemuId? PrManager { get; init; }
}
