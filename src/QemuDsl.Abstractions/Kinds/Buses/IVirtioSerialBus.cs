namespace QemuDsl;


/// <summary>A virtio-serial bus that a device brings; devices name it to sit there and not on the machine's own bus.</summary>
public interface IVirtioSerialBus : IDeviceBus;
