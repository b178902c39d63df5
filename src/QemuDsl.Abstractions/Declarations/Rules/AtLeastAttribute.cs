namespace QemuDsl;


/// <summary>The smallest number QEMU takes (a <see cref="ByteSize"/> counts in bytes).</summary>
/// <param name="minimum">Smallest number.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AtLeastAttribute(long minimum) : Attribute
{
    /// <summary>Smallest number.</summary>
    public long Minimum { get; } = minimum;
}
