namespace QemuDsl;

/// <summary>
/// How <c>-device</c>, <c>-netdev</c>, <c>-object</c> and <c>-blockdev</c> are written. One per command: QEMU creates key=value devices
/// before JSON ones whatever their position (seen on 7.2 and 10.0).
/// </summary>
public enum Notation
{
    /// <summary><c>virtio-net-pci,netdev=net0</c>.</summary>
    KeyValue,

    /// <summary><c>{"driver":"virtio-net-pci","netdev":"net0"}</c>, strictly typed.</summary>
    Json,
}
