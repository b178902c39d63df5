namespace QemuDsl.Objects;

/// <summary>Memory of the host's processes (<c>-object memory-backend-ram</c>).</summary>
[QemuObject("memory-backend-ram", IdPrefix = "mem")]
public sealed partial record MemoryBackendRam : MemoryBackend, IMemoryBackend;
