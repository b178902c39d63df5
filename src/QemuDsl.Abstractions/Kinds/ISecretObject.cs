namespace QemuDsl;


/// <summary>A secret that other options refer to (<c>-object secret</c>).</summary>
public interface ISecretObject : IQemuObject;
