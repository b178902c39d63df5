namespace QemuDsl.Netdevs;

/// <summary>A tap interface that a set-uid helper attaches to a bridge (<c>-netdev bridge</c>).</summary>
/// <remarks>The helper must allow the bridge in <c>/etc/qemu/bridge.conf</c>.</remarks>
[Netdev("bridge")]
public sealed partial record BridgeNetdev
{
    /// <summary>The bridge (<c>br</c>).</summary>
    public string? Br { get; init; }

    /// <summary>The helper program (<c>helper</c>).</summary>
    public string? Helper { get; init; }
}
