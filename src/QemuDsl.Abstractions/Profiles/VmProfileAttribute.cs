namespace QemuDsl;


/// <summary>A profile: a partial record whose properties are the options of a whole VM with the machine <typeparamref name="TMachine"/>.</summary>
/// <typeparam name="TMachine">The machine type, such as <c>Pc</c>.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class VmProfileAttribute<TMachine> : Attribute
    where TMachine : IMachine, new()
{
    /// <summary>A regular expression the guest writes to its serial console when it has booted; tools wait for it.</summary>
    public string? ReadySerial { get; init; }
}
