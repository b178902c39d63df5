namespace QemuDsl;


/// <summary>A device for an IDE or SATA bus.</summary>
public interface IIdeDevice : IDevice;
