namespace QemuDsl;


/// <summary>A machine that has an ISA bus of its own.</summary>
public interface IHasIsaBus : IMachine;
