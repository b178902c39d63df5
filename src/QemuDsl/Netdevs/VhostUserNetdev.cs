using QemuDsl.Chardevs;

namespace QemuDsl.Netdevs;

/// <summary>Queues served by another process, such as VPP or testpmd (<c>-netdev vhost-user</c>).</summary>
/// <remarks>The other process maps the guest's memory, which must therefore be shared (<c>share=on</c>).</remarks>
[Netdev("vhost-user")]
public sealed partial record VhostUserNetdev
{
    /// <summary>The UNIX socket between both (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }

    /// <summary>Whether vhost is used for guests without MSI-X too (<c>vhostforce</c>).</summary>
    [Key("vhostforce")]
    public bool? VhostForce { get; init; }

    /// <summary>Number of queue pairs (<c>queues</c>).</summary>
    [Range(1, 1024)]
    public int? Queues { get; init; }

    // It must be able to open the connection anew.
    static partial void CheckMore(VhostUserNetdev value, Findings findings)
    {
        if (value.Chardev is IOption chardev and not SocketChardev)
        {
            findings.Error(
                FindingIds.WrongBackend, "chardev", null, $"is '{chardev.Description.Display}', and vhost-user takes a socket only", "Use a SocketChardev.");
        }
    }
}
