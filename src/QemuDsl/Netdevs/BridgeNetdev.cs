namespace QemuDsl.Netdevs;

/// <summary>A tap interface on a bridge, opened by a helper (<c>-netdev bridge</c>).</summary>
/// <remarks>Needs <c>qemu-bridge-helper</c> with its configuration.</remarks>
[Netdev("bridge")]
public sealed partial record BridgeNetdev
{
    /// <summary>The bridge (<c>br</c>).</summary>
    public string? Br { get; init; }

    /// <summary>The helper (<c>helper</c>).</summary>
    public string? Helper { get; init; }
}
