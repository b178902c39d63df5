namespace QemuDsl;

/// <summary>A character device that several front ends may share.</summary>
public interface IMultiplexed
{
    /// <summary>Whether it is multiplexed (<c>mux=on</c>).</summary>
    bool IsMultiplexed { get; }
}
