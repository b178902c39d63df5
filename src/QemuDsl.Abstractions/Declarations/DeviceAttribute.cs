namespace QemuDsl;


/// <summary>A device: the partial record becomes <c>-device virtio-net-pci,…</c>.</summary>
/// <remarks>
/// The generator adds what every device on a bus has, unless the record declares it: <c>Id</c>, and by <see cref="Bus"/>
/// <c>Bus</c> (which controller it sits on), <c>Address</c>, <c>Multifunction</c> and <c>RomFile</c> (PCI).
/// </remarks>
/// <param name="name">QEMU's driver name, such as <c>virtio-net-pci</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DeviceAttribute(string name) : Attribute
{
    /// <summary>QEMU's driver name.</summary>
    public string Name { get; } = name;

    /// <summary>The one bus it plugs into; <see cref="QemuDsl.Bus.None"/> for a device on the system bus.</summary>
    public Bus Bus { get; init; }

    /// <summary>The one bus it brings, such as <see cref="QemuDsl.Bus.Usb"/> of a USB controller.</summary>
    public Bus Provides { get; init; }

    /// <summary>
    /// How the bus it brings is named: <c>.0</c> after the device's id for most controllers, nothing for PCI bridges and root ports.
    /// With more than one <see cref="Ports"/> the number is the port's.
    /// </summary>
    public string BusSuffix { get; init; } = ".0";

    /// <summary>How many buses of that kind it brings, such as the 6 of <c>ahci</c>; the command hands them out in order.</summary>
    public int Ports { get; init; } = 1;

    /// <summary>The architectures whose machines take it; all when unset.</summary>
    public Target Target { get; init; }
}
