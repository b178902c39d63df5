namespace QemuDsl;


/// <summary>A device for a virtio-serial bus.</summary>
public interface IVirtioSerialDevice : IDevice;
