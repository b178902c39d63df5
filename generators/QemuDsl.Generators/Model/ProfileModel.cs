using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Model;

/// <summary>A record that describes a whole VM.</summary>
internal sealed record ProfileModel(string Namespace, string Name) : FileModel(Namespace, Name)
{
    public bool IsPublic { get; init; }

    public bool HasRecordBase { get; init; }

    public string Machine { get; init; } = "";

    public string? ReadySerial { get; init; }

    public string Catalog { get; init; } = "";

    public EquatableArray<PropertyModel> Properties { get; init; }
}
