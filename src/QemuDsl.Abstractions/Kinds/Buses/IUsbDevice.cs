namespace QemuDsl;


/// <summary>A device for a USB bus.</summary>
public interface IUsbDevice : IDevice;
