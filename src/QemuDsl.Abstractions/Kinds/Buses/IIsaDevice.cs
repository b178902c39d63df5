namespace QemuDsl;


/// <summary>A device for an ISA bus.</summary>
public interface IIsaDevice : IDevice;
