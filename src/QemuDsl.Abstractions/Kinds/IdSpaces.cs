namespace QemuDsl;

internal static class IdSpaces
{
    public static IdSpace Of(OptionKind kind) => kind switch
    {
        OptionKind.Netdev => IdSpace.Netdev,
        OptionKind.Chardev => IdSpace.Chardev,
        OptionKind.Blockdev or OptionKind.Drive => IdSpace.Block,
        OptionKind.Object => IdSpace.Object,
        OptionKind.Fsdev => IdSpace.Fsdev,
        OptionKind.Audiodev => IdSpace.Audiodev,
        OptionKind.Tpmdev => IdSpace.Tpmdev,
        OptionKind.Device => IdSpace.Device,
        _ => IdSpace.None,
    };

    /// <summary>The space that a reference of this interface names something in.</summary>
    public static IdSpace Of(Type reference) =>
        Is<INetdev>(reference) ? IdSpace.Netdev
        : Is<IChardev>(reference) ? IdSpace.Chardev
        : Is<IBlockBackend>(reference) ? IdSpace.Block
        : Is<IFsdev>(reference) ? IdSpace.Fsdev
        : Is<IAudiodev>(reference) ? IdSpace.Audiodev
        : Is<ITpmdev>(reference) ? IdSpace.Tpmdev
        : Is<IQemuObject>(reference) ? IdSpace.Object
        : Is<IDeviceBus>(reference) ? IdSpace.Bus
        : IdSpace.Device;

    private static bool Is<T>(Type type) => typeof(T).IsAssignableFrom(type);
}
