namespace QemuDsl;


/// <summary>What a disk takes as its medium: a node of the block graph or a drive.</summary>
public interface IBlockBackend : IReferable;
