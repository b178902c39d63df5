namespace QemuDsl;


/// <summary>A machine that has a floppy bus of its own.</summary>
public interface IHasFloppyBus : IMachine;
