namespace QemuDsl.Blockdevs;

/// <summary>How the host caches a node (<c>cache.…</c>).</summary>
[OptionPart]
public sealed partial record BlockdevCache
{
    /// <summary>Whether the page cache of the host is passed by (O_DIRECT) (<c>direct</c>).</summary>
    public bool? Direct { get; init; }

    /// <summary>Whether flushes of the guest are ignored (<c>no-flush</c>).</summary>
    public bool? NoFlush { get; init; }
}
