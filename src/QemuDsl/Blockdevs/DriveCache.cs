namespace QemuDsl.Blockdevs;

/// <summary>How the host caches a drive.</summary>
[OptionEnum]
public enum DriveCache
{
    /// <summary>Not at all; the guest sees a write cache.</summary>
    None,

    /// <summary>Reads and writes.</summary>
    Writeback,

    /// <summary>Reads; writes go to the disk at once.</summary>
    Writethrough,

    /// <summary>Not at all; writes go to the disk at once.</summary>
    Directsync,

    /// <summary>Reads and writes; flushes are ignored.</summary>
    Unsafe,
}
