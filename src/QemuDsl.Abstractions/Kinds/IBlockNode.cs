namespace QemuDsl;


/// <summary>A node of the block graph (<c>-blockdev</c>), which other nodes can build on.</summary>
public interface IBlockNode : IBlockBackend;
