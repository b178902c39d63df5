namespace QemuDsl.Netdevs;

/// <summary>Protocols that a user-mode network forwards.</summary>
public enum ForwardProtocol
{
    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,
}
