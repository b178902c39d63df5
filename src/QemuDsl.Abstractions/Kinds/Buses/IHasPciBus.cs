namespace QemuDsl;


/// <summary>A machine that has a PCI bus of its own.</summary>
public interface IHasPciBus : IMachine;
