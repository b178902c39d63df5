namespace QemuDsl;


/// <summary>Tells tools, as metadata, that the assembly holds a VM profile. Written by the generator.</summary>
/// <param name="profile">The profile's type.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class QemuProfileAttribute(Type profile) : Attribute
{
    /// <summary>The profile's type.</summary>
    public Type Profile { get; } = profile;

    /// <summary>A regular expression the guest writes to its serial console when it has booted.</summary>
    public string? ReadySerial { get; init; }
}
