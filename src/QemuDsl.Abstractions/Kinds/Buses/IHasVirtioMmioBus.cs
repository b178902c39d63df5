namespace QemuDsl;


/// <summary>A machine that has a virtio-mmio bus of its own.</summary>
public interface IHasVirtioMmioBus : IMachine;
