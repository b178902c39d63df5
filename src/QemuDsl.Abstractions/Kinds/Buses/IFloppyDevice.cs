namespace QemuDsl;


/// <summary>A device for a floppy bus.</summary>
public interface IFloppyDevice : IDevice;
