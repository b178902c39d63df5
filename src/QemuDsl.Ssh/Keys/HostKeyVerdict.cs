namespace QemuDsl.Ssh;

/// <summary>What the files of known hosts say about a key.</summary>
internal enum HostKeyVerdict
{
    /// <summary>It is the host's.</summary>
    Known,

    /// <summary>No line speaks of the host's own keys.</summary>
    Unknown,

    /// <summary>Lines speak of the host, and of other keys.</summary>
    Changed,

    /// <summary>A line revokes it.</summary>
    Revoked,
}
