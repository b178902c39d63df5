using System.Collections.Immutable;

namespace QemuDsl;

/// <summary>What a record is in QEMU's words. One object per record type, made by the generator.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Option">The option with its dash, such as <c>-device</c>.</param>
/// <param name="Name">QEMU's name of the type, such as <c>virtio-net-pci</c>; null where the option has none.</param>
/// <param name="Record">The record's type.</param>
public sealed record OptionDescription(OptionKind Kind, string Option, string? Name, Type Record)
{
    /// <summary>Its keys in the order they are written.</summary>
    public ImmutableArray<KeyDescription> Keys { get; init; } = [];

    /// <summary>What automatic ids begin with; null when the option has no id.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Whether a command can hold several.</summary>
    public bool Repeatable { get; init; } = true;

    /// <summary>Since when QEMU has the whole option, until when, and since when it warns.</summary>
    public KeyLifetime? Lifetime { get; init; }

    /// <summary>Reads the record from JSON.</summary>
    public Func<OptionReader, IOption>? Reader { get; init; }

    /// <summary>Option and name as a message shows them: <c>-device virtio-net-pci</c>.</summary>
    public string Display => Name is null ? Option : $"{Option} {Name}";
}
