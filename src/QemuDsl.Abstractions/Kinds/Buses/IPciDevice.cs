namespace QemuDsl;

/// <summary>A device for a PCI bus; a PCI Express root bus takes it too.</summary>
public interface IPciDevice : IPciSlotDevice;
