namespace QemuDsl.Netdevs;

/// <summary>Protocols of a forward.</summary>
[OptionEnum]
public enum ForwardProtocol
{
    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,
}
