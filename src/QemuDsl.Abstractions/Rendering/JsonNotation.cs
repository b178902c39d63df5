namespace QemuDsl;

/// <summary>Where QEMU takes JSON and which key then tells the type.</summary>
internal static class JsonNotation
{
    public static bool IsTaken(OptionKind kind) =>
        kind is OptionKind.Device or OptionKind.Netdev or OptionKind.Object or OptionKind.Blockdev;

    public static string Discriminator(OptionKind kind) => kind switch
    {
        OptionKind.Object => "qom-type",
        OptionKind.Netdev => "type",
        OptionKind.Chardev => "backend",
        OptionKind.Fsdev => "fsdriver",
        OptionKind.Machine or OptionKind.Accelerator or OptionKind.Display or OptionKind.Tpmdev => "type",
        OptionKind.Cpu => "model",
        _ => "driver",
    };
}
