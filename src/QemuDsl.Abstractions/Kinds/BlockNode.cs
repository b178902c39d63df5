namespace QemuDsl;

/// <summary>Names a node of the block graph that is defined elsewhere.</summary>
public static class BlockNode
{
    /// <summary>The node of the block graph with this id. If nothing in the command defines it, <c>Check</c> says so.</summary>
    public static IBlockNode ById(QemuId id) => new IdReference(IdSpace.Block, id);
}
