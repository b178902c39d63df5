namespace QemuDsl;


/// <summary>A machine that has a virtio-serial bus of its own.</summary>
public interface IHasVirtioSerialBus : IMachine;
