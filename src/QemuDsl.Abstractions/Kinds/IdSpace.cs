namespace QemuDsl;

/// <summary>The name spaces of ids: the same id may stand once in each.</summary>
internal enum IdSpace
{
    None,
    Netdev,
    Chardev,
    Block,
    Object,
    Fsdev,
    Audiodev,
    Tpmdev,
    Device,
    Bus,
}
