namespace QemuDsl;


/// <summary>A display of the host (<c>-display</c>).</summary>
public interface IDisplay : IOption;
