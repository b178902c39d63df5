namespace QemuDsl;


/// <summary>Something other options refer to by an id.</summary>
public interface IReferable
{
    /// <summary>Its own id (<c>id</c>, <c>node-name</c>); chosen by the command when null.</summary>
    QemuId? Id { get; }
}
