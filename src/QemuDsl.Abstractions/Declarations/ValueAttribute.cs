namespace QemuDsl;


/// <summary>QEMU's word for a member of an <see cref="OptionEnumAttribute"/> enum where it does not follow from the name.</summary>
/// <param name="value">QEMU's word.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ValueAttribute(string value) : Attribute
{
    /// <summary>QEMU's word.</summary>
    public string Value { get; } = value;
}
