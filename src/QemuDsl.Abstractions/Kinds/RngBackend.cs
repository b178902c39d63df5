namespace QemuDsl;

/// <summary>Names a source of random numbers that is defined elsewhere.</summary>
public static class RngBackend
{
    /// <summary>The source of random numbers with this id. If nothing in the command defines it, <c>Check</c> says so.</summary>
    public static IRngBackend ById(QemuId id) => new IdReference(IdSpace.Object, id);
}
