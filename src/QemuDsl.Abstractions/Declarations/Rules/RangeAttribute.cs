namespace QemuDsl;


/// <summary>The smallest and the largest number QEMU takes (a <see cref="ByteSize"/> counts in bytes).</summary>
/// <param name="minimum">Smallest number.</param>
/// <param name="maximum">Largest number.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RangeAttribute(long minimum, long maximum) : Attribute
{
    /// <summary>Smallest number.</summary>
    public long Minimum { get; } = minimum;

    /// <summary>Largest number.</summary>
    public long Maximum { get; } = maximum;
}
