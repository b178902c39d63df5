namespace QemuDsl.Blockdevs;

/// <summary>How the host caches a node.</summary>
[OptionPart]
public sealed partial record BlockdevCache
{
    /// <summary>Whether the host's page cache is left out (O_DIRECT) (<c>direct</c>).</summary>
    public bool? Direct { get; init; }

    /// <summary>Whether flushes are ignored: quick, and lost with the host (<c>no-flush</c>).</summary>
    public bool? NoFlush { get; init; }
}
