namespace QemuDsl.Runtime;

/// <summary>How a QEMU program is asked what it can do.</summary>
public sealed record CapabilityOptions
{
    /// <summary>
    /// Where answers are kept on this machine, also those of other hosts: a directory of this user's own that nobody else can write. When
    /// null: <c>$XDG_CACHE_HOME/qemu-dsl</c>, else <c>~/.cache/qemu-dsl</c>.
    /// </summary>
    public string? CacheDirectory { get; init; }

    /// <summary>How long the program may take to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
