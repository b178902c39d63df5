using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>The properties every option of a kind has, which records need not declare.</summary>
internal static class AddedProperties
{
    public static (List<PropertyModel> Before, List<PropertyModel> After) Of(OptionModel model)
    {
        var before = new List<PropertyModel>();
        if (model.IdPrefix is not null)
        {
            before.Add(model.Kind == Kind.Blockdev
                ? Added("NodeName", "node-name", "QemuId", Shape.Id, "Name other options refer to (<c>node-name</c>); chosen by the command when unset.")
                : Added("Id", "id", "QemuId", Shape.Id, "Name other options refer to (<c>id</c>); chosen by the command when unset."));
        }

        return (before, model.Kind == Kind.Device ? OnBus(model.Bus) : []);
    }

    private static List<PropertyModel> OnBus(int bus) => bus switch
    {
        Buses.Pci => [Bus("Pci", "The PCI bus it sits on (<c>bus</c>); the machine's own when unset."), .. PciKeys()],
        Buses.Pcie => [Bus("Pcie", "The PCI Express bus it sits on (<c>bus</c>); the machine's own when unset."), .. PciKeys()],
        Buses.Ide => [Bus("Ide", "The IDE bus or SATA controller it sits on (<c>bus</c>); the machine's own when unset."), Unit()],
        Buses.Floppy => [Bus("Floppy", "The floppy controller it sits on (<c>bus</c>); the machine's own when unset."), Unit()],
        Buses.Usb => [Required("Usb", "The USB controller it sits on (<c>bus</c>).")],
        Buses.Scsi => [Required("Scsi", "The SCSI adapter it sits on (<c>bus</c>).")],
        Buses.VirtioSerial => [Required("VirtioSerial", "The virtio-serial device whose port it is (<c>bus</c>).")],
        _ => [],
    };

    private static List<PropertyModel> PciKeys() =>
    [
        Added("Address", "addr", "PciAddress", Shape.Address, "Slot and function (<c>addr</c>); chosen by QEMU when unset, or by the command once another device's is set."),
        Flag("Multifunction", "multifunction", "Whether the slot holds several functions (<c>multifunction</c>)."),
        Text("RomFile", "romfile", "Option ROM (<c>romfile</c>); an empty text leaves it out."),
    ];

    private static PropertyModel Added(string name, string key, string type, Shape shape, string summary) =>
        new(name, key, $"global::QemuDsl.{type}?", $"global::QemuDsl.{type}", shape)
        {
            IsNullable = true, IsValueType = true, IsAdded = true, Summary = summary,
        };

    // Not "Bus": the attribute above the record says "Bus = Bus.Pci", and there the property would hide the enum.
    private static PropertyModel Bus(string bus, string summary) =>
        new(bus + "Bus", "bus", $"global::QemuDsl.I{bus}Bus?", $"global::QemuDsl.I{bus}Bus", Shape.Bus) { IsNullable = true, IsAdded = true, Summary = summary };

    private static PropertyModel Required(string bus, string summary) =>
        Bus(bus, summary) with { Type = $"global::QemuDsl.I{bus}Bus", IsNullable = false, IsRequired = true };

    private static PropertyModel Unit() =>
        new("Unit", "unit", "int?", "int", Shape.Integer) { IsNullable = true, IsValueType = true, IsAdded = true, Summary = "Position on the bus (<c>unit</c>)." };

    private static PropertyModel Flag(string name, string key, string summary) =>
        new(name, key, "bool?", "bool", Shape.Flag) { IsNullable = true, IsValueType = true, IsAdded = true, Summary = summary };

    private static PropertyModel Text(string name, string key, string summary) =>
        new(name, key, "string?", "string", Shape.Text) { IsNullable = true, IsAdded = true, Summary = summary };
}
