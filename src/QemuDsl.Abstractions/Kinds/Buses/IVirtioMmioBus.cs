namespace QemuDsl;


/// <summary>A virtio-mmio bus that a device brings; devices name it to sit there and not on the machine's own bus.</summary>
public interface IVirtioMmioBus : IDeviceBus;
