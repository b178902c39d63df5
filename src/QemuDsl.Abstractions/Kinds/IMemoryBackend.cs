namespace QemuDsl;


/// <summary>Memory of the guest (<c>-object memory-backend-…</c>).</summary>
public interface IMemoryBackend : IQemuObject;
