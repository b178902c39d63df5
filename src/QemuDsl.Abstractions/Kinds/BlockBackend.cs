namespace QemuDsl;

/// <summary>Names a drive that is defined elsewhere.</summary>
public static class BlockBackend
{
    /// <summary>The drive with this id. If nothing in the command defines it, <c>Check</c> says so.</summary>
    public static IBlockBackend ById(QemuId id) => new IdReference(IdSpace.Block, id);
}
