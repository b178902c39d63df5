namespace QemuDsl;


/// <summary>A machine that has an IDE or SATA bus of its own.</summary>
public interface IHasIdeBus : IMachine;
