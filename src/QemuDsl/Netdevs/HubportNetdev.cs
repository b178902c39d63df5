namespace QemuDsl.Netdevs;

/// <summary>A port of a hub inside QEMU (<c>-netdev hubport</c>).</summary>
[Netdev("hubport")]
public sealed partial record HubportNetdev
{
    /// <summary>Number of the hub (<c>hubid</c>).</summary>
    [AtLeast(0)]
    public required int Hubid { get; init; }

    /// <summary>Another network that is put on the hub (<c>netdev</c>).</summary>
    public INetdev? Netdev { get; init; }
}
