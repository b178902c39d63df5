using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Lists the options of this assembly and the catalogues of those it references.</summary>
internal static class CatalogParser
{
    public static CatalogModel Parse(Compilation compilation, List<FileModel> models) =>
        new(NamespaceOf(compilation), models.OfType<OptionModel>().Select(static model => model.FullName).ToList(), Referenced(compilation));

    /// <summary>The name of the assembly, or something like it where a type has that name.</summary>
    public static string NamespaceOf(Compilation compilation)
    {
        var name = OfAssembly(compilation);
        while (IsTaken(compilation, name))
        {
            name = name.Replace('.', '_') + "_";
        }

        return string.Join(".", name.Split('.').Select(Emit.Literal.Identifier));
    }

    private static bool IsTaken(Compilation compilation, string name)
    {
        for (var end = name.IndexOf('.'); end >= 0; end = name.IndexOf('.', end + 1))
        {
            if (Has(compilation, name.Substring(0, end)))
            {
                return true;
            }
        }

        return Has(compilation, name) || Has(compilation, $"{name}.OptionCatalog");
    }

    private static bool Has(Compilation compilation, string type) => compilation.Assembly.GetTypeByMetadataName(type) is not null;

    private static string OfAssembly(Compilation compilation)
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
