namespace QemuDsl;


/// <summary>A machine that has a USB bus of its own.</summary>
public interface IHasUsbBus : IMachine;
