namespace QemuDsl.Generators.Parsing;

/// <summary>The flags of <c>QemuDsl.Bus</c>.</summary>
internal static class Buses
{
    public const int Pci = 1;
    public const int Pcie = 2;
    public const int Isa = 4;
    public const int VirtioMmio = 8;
    public const int Ide = 16;
    public const int Usb = 32;
    public const int Scsi = 64;
    public const int VirtioSerial = 128;
    public const int Floppy = 256;

    private static readonly (int Flag, string Name)[] Names =
    [
        (Pci, "Pci"), (Pcie, "Pcie"), (Isa, "Isa"), (VirtioMmio, "VirtioMmio"), (Ide, "Ide"), (Usb, "Usb"), (Scsi, "Scsi"),
        (VirtioSerial, "VirtioSerial"), (Floppy, "Floppy"),
    ];

    public static IEnumerable<string> In(int flags) => Names.Where(bus => (flags & bus.Flag) != 0).Select(static bus => bus.Name);

    public static bool IsOne(int flags) => flags != 0 && (flags & (flags - 1)) == 0;
}
