namespace QemuDsl;


/// <summary>A device for a PCI Express bus only.</summary>
public interface IPcieDevice : IDevice;
