namespace QemuDsl;


/// <summary>A machine that has a PCI Express bus of its own.</summary>
public interface IHasPcieBus : IHasPciBus;
