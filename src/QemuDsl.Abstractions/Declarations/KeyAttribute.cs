namespace QemuDsl;


/// <summary>QEMU's key where it does not follow from the property's name (<c>MemPath</c> gives <c>mem-path</c>).</summary>
/// <param name="key">QEMU's key.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute(string key) : Attribute
{
    /// <summary>QEMU's key.</summary>
    public string Key { get; } = key;
}
