using System.Collections.Immutable;

namespace QemuDsl;

/// <summary>The records that JSON and command lines are read into. A value, made by the generator per assembly; there is no registry.</summary>
/// <param name="Options">What each record is.</param>
public sealed record QemuCatalog(ImmutableArray<OptionDescription> Options)
{
    /// <summary>A catalogue with the records of another one too; where both know a name, the other one's counts.</summary>
    public QemuCatalog With(QemuCatalog other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var named = other.Options.Select(static option => (option.Option, option.Name)).ToHashSet();
        return new QemuCatalog([.. other.Options, .. Options.Where(option => !named.Contains((option.Option, option.Name)))]);
    }

    /// <summary>The record of an option and a type, such as <c>-device</c> and <c>virtio-net-pci</c>; null when there is none.</summary>
    public OptionDescription? Find(string option, string? name) =>
        Options.FirstOrDefault(known => known.Option == option && known.Name == name);
}
