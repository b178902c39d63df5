namespace QemuDsl;


/// <summary>A CPU for machines of the x86-64 architecture (<c>-cpu</c>).</summary>
public interface IX86Cpu : IOption;
