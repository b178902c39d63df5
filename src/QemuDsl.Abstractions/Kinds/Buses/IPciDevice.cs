namespace QemuDsl;


/// <summary>A device for a PCI bus.</summary>
public interface IPciDevice : IDevice;
