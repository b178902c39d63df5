namespace QemuDsl.Machines;

/// <summary>A machine whose memory can come from an object (<c>memory-backend</c>).</summary>
/// <typeparam name="TSelf">The machine itself.</typeparam>
public interface IMemoryMachine<TSelf> : IMachine
    where TSelf : IMemoryMachine<TSelf>
{
    /// <summary>A machine with its memory from this object.</summary>
    TSelf WithMemoryBackend(IMemoryBackend? value);
}
