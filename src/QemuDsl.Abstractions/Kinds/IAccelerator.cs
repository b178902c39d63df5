namespace QemuDsl;


/// <summary>An accelerator (<c>-accel</c>).</summary>
public interface IAccelerator : IOption;
