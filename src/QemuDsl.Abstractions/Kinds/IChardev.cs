namespace QemuDsl;


/// <summary>A character device back end (<c>-chardev</c>).</summary>
public interface IChardev : IReferable;
