namespace QemuDsl;


/// <summary>A machine of the x86-64 architecture.</summary>
public interface IX86Machine : IMachine;
