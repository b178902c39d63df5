namespace QemuDsl.Ssh;

/// <summary>What happens when a host's key is not known.</summary>
public enum HostKeyPolicy
{
    /// <summary>The connection is refused.</summary>
    Strict,

    /// <summary>The key of a host that was never seen is written down and trusted; one that changed is refused.</summary>
    AcceptNew,
}
