namespace QemuDsl.Blockdevs;

/// <summary>How the host caches a drive.</summary>
[OptionEnum]
public enum DriveCache
{
    /// <summary>Cached; flushes of the guest are honoured.</summary>
    Writeback,

    /// <summary>Cached for reading; every write is flushed.</summary>
    Writethrough,

    /// <summary>Not cached by the host (O_DIRECT).</summary>
    None,

    /// <summary>Not cached by the host, and every write is flushed.</summary>
    Directsync,

    /// <summary>Cached; flushes of the guest are ignored.</summary>
    Unsafe,
}
