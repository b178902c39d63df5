namespace QemuDsl;


/// <summary>A user-creatable object (<c>-object</c>).</summary>
public interface IQemuObject : IReferable;
