namespace QemuDsl;

/// <summary>Names a network back end that is defined elsewhere.</summary>
public static class Netdev
{
    /// <summary>The network back end with this id. If nothing in the command defines it, <c>Check</c> says so.</summary>
    public static INetdev ById(QemuId id) => new IdReference(IdSpace.Netdev, id);
}
