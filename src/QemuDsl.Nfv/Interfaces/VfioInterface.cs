using QemuDsl.Devices;

namespace QemuDsl.Nfv;

/// <summary>A network card of the host, or a virtual function of one, that the guest drives itself (<c>-device vfio-pci</c>).</summary>
/// <remarks>It keeps the hardware address it has. The start checks whether it can be handed over; <c>VfioBinding</c> binds it.</remarks>
/// <param name="Device">Its address on the host.</param>
public sealed record VfioInterface(PciBdf Device) : VnfInterface
{
    internal VfioPci ToDevice(VnfNic nic) => new() { Id = $"nic{nic.Number}", Host = Device, Address = nic.Address };
}
