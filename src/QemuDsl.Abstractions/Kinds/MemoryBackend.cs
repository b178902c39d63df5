namespace QemuDsl;

/// <summary>Names a memory backend that is defined elsewhere.</summary>
public static class MemoryBackend
{
    /// <summary>The memory backend with this id. If nothing in the command defines it, <c>Check</c> says so.</summary>
    public static IMemoryBackend ById(QemuId id) => new IdReference(IdSpace.Object, id);
}
