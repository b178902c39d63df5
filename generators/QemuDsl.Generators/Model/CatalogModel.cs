using QemuDsl.Generators.Support;

namespace QemuDsl.Generators.Model;

/// <summary>All options and profiles of the assembly.</summary>
internal sealed record CatalogModel(
    string Namespace, EquatableArray<string> Options, EquatableArray<string> Referenced) : FileModel(Namespace, "OptionCatalog");
