using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Lists the options of this assembly and the catalogues of those it references.</summary>
internal static class CatalogParser
{
    public static CatalogModel Parse(Compilation compilation, List<FileModel> models) =>
        new(NamespaceOf(compilation), models.OfType<OptionModel>().Select(static model => model.FullName).ToList(), Referenced(compilation));

    public static string NamespaceOf(Compilation compilation)
    {
        var name = new string((compilation.AssemblyName ?? "Assembly").Select(static c => char.IsLetterOrDigit(c) || c is '.' or '_' ? c : '_').ToArray());
        var parts = name.Split(['.'], StringSplitOptions.RemoveEmptyEntries).Select(static part => char.IsDigit(part[0]) ? "_" + part : part);
        return string.Join(".", parts.DefaultIfEmpty("Assembly"));
    }

    private static List<string> Referenced(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols
            .SelectMany(static assembly => assembly.OurAttributes())
            .Where(static attribute => attribute.AttributeClass!.Name == "QemuCatalogAttribute")
            .Select(static attribute => attribute.Positional<INamedTypeSymbol>(0))
            .Where(static type => type is not null)
            .Select(static type => TypeShapes.Bare(type!))
            .OrderBy(static name => name, StringComparer.Ordinal)
            .ToList();
}
