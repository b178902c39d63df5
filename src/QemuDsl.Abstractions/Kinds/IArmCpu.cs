namespace QemuDsl;


/// <summary>A CPU for machines of the aarch64 architecture (<c>-cpu</c>).</summary>
public interface IArmCpu : IOption;
