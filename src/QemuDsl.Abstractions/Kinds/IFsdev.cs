namespace QemuDsl;


/// <summary>A file system back end (<c>-fsdev</c>).</summary>
public interface IFsdev : IReferable;
