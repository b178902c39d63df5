namespace QemuDsl;


/// <summary>A device for an SCSI bus.</summary>
public interface IScsiDevice : IDevice;
