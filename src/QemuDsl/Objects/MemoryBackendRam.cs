namespace QemuDsl.Objects;

/// <summary>Anonymous memory (<c>-object memory-backend-ram</c>).</summary>
[QemuObject("memory-backend-ram", IdPrefix = "mem")]
public sealed partial record MemoryBackendRam : HostMemoryBackend, IMemoryBackend;
