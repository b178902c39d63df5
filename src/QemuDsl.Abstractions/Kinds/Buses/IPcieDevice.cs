namespace QemuDsl;

/// <summary>A device for a PCI Express bus only, such as a root port.</summary>
public interface IPcieDevice : IPciSlotDevice;
