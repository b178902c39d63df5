namespace QemuDsl;


/// <summary>A machine that has an SCSI bus of its own.</summary>
public interface IHasScsiBus : IMachine;
