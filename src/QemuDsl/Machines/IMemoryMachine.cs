namespace QemuDsl.Machines;

/// <summary>A machine whose memory can come from a memory backend (<c>memory-backend</c>).</summary>
/// <typeparam name="TSelf">The machine itself.</typeparam>
public interface IMemoryMachine<TSelf> : IMachine
    where TSelf : IMemoryMachine<TSelf>
{
    /// <summary>Returns a copy with another memory backend.</summary>
    TSelf WithMemoryBackend(IMemoryBackend? value);
}
