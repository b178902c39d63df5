namespace QemuDsl;


/// <summary>A device of the guest (<c>-device</c>).</summary>
public interface IDevice : IOption, IReferable;
