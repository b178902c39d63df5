using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Model;

/// <summary>A structured value inside an option; an abstract one is a union of its branches.</summary>
internal sealed record PartModel(string Namespace, string Name) : RecordModel(Namespace, Name)
{
    public string? Discriminator { get; init; }

    public string? Branch { get; init; }

    public EquatableArray<BranchModel> Branches { get; init; }
}
