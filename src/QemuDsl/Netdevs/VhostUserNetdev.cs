namespace QemuDsl.Netdevs;

/// <summary>A network that another process moves (<c>-netdev vhost-user</c>).</summary>
/// <remarks>Needs shared memory and a socket.</remarks>
[Netdev("vhost-user")]
public sealed partial record VhostUserNetdev
{
    /// <summary>Socket of that process (<c>chardev</c>).</summary>
    public required Chardevs.SocketChardev Chardev { get; init; }

    /// <summary>Number of queue pairs (<c>queues</c>).</summary>
    [AtLeast(1)]
    public int? Queues { get; init; }

    /// <summary>Whether guests without MSI-X are served too (<c>vhostforce</c>).</summary>
    public bool? Vhostforce { get; init; }
}
