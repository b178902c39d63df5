using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Model;

/// <summary>A record with keys: an option or a structured value inside one.</summary>
internal abstract record RecordModel(string Namespace, string Name) : FileModel(Namespace, Name)
{
    public bool IsPublic { get; init; }

    public bool IsAbstract { get; init; }

    public bool HasRecordBase { get; init; }

    public EquatableArray<PropertyModel> Properties { get; init; }
}
