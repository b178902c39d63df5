namespace QemuDsl;

/// <summary>One key of an option.</summary>
/// <param name="Key">QEMU's key, such as <c>mem-path</c>; empty for a value written without one.</param>
/// <param name="Property">The property of the record.</param>
/// <param name="Type">The property's type as C# writes it, without namespaces.</param>
/// <param name="IsRequired">Whether QEMU requires it.</param>
public sealed record KeyDescription(string Key, string Property, string Type, bool IsRequired = false)
{
    /// <summary>Whether the value is a secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Since when QEMU has the key, until when, and since when it warns.</summary>
    public KeyLifetime? Lifetime { get; init; }
}
