namespace QemuDsl;


/// <summary>A machine of the aarch64 architecture.</summary>
public interface IArmMachine : IMachine;
