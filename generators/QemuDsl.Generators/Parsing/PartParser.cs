using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads a structured value.</summary>
internal static class PartParser
{
    public static PartModel Parse(INamedTypeSymbol type, AttributeData mark, IReadOnlyList<INamedTypeSymbol> all, Reporter reporter)
    {
        var union = UnionOf(type);
        if (union is not null)
        {
            BranchChecks.Run(type, mark, union, reporter);
        }

        var properties = type.IsAbstract ? [] : PropertiesParser.Parse(type, ([], []), reporter);
        RecordChecks.Run(type, properties, reporter);
        return new PartModel(OptionParser.NamespaceOf(type), type.Name)
        {
            IsPublic = type.DeclaredAccessibility == Accessibility.Public,
            IsAbstract = type.IsAbstract,
            HasRecordBase = type.BaseType?.IsRecord == true,
            Discriminator = (union ?? type).Find(KnownNames.Part)?.Named<string>("Discriminator"),
            Branch = mark.Positional<string>(0),
            Branches = Branches(type, all),
            Properties = properties,
        };
    }

    /// <summary>The union it is a branch of.</summary>
    public static INamedTypeSymbol? UnionOf(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Find(KnownNames.Part) is not null)
            {
                return current;
            }
        }

        return null;
    }

    private static List<BranchModel> Branches(INamedTypeSymbol union, IReadOnlyList<INamedTypeSymbol> all) =>
        all.Where(type => !type.IsAbstract && SymbolEqualityComparer.Default.Equals(UnionOf(type), union))
            .Select(static type => new BranchModel(type.Find(KnownNames.Part)?.Positional<string>(0) ?? "", TypeShapes.Bare(type)))
            .GroupBy(static branch => branch.Name, StringComparer.Ordinal)
            .Select(static same => same.First())
            .ToList();
}
