namespace QemuDsl;


/// <summary>A bus that a device brings.</summary>
public interface IDeviceBus : IReferable
{
    /// <summary>How the bus is named after the id of its device: <c>.0</c> for most controllers, nothing for PCI bridges.</summary>
    string BusSuffix { get; }

    /// <summary>How many buses of this kind the device brings.</summary>
    int Ports { get; }
}
