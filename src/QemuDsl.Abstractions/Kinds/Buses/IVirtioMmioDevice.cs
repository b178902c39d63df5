namespace QemuDsl;


/// <summary>A device for a virtio-mmio bus.</summary>
public interface IVirtioMmioDevice : IDevice;
