namespace QemuDsl.Netdevs;

/// <summary>A port of an emulated hub (<c>-netdev hubport</c>).</summary>
[Netdev("hubport")]
public sealed partial record HubportNetdev
{
    /// <summary>Which hub (<c>hubid</c>).</summary>
    [Key("hubid")]
    [AtLeast(0)]
    public required int HubId { get; init; }

    /// <summary>Connects another network back end to the hub in place of a card (<c>netdev</c>).</summary>
    public INetdev? Netdev { get; init; }
}
