using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads the properties of a record and of the records it derives from.</summary>
internal static class PropertiesParser
{
    public static List<PropertyModel> Parse(
        INamedTypeSymbol type, (List<PropertyModel> Before, List<PropertyModel> After) added, Reporter reporter)
    {
        var declared = new List<PropertyModel>();
        foreach (var property in Of(type))
        {
            var place = IsOwn(property, type) ? reporter : reporter.At(type);
            if (PropertyParser.Parse(property, place) is { } model)
            {
                CheckTwin(property, model, added, place);
                declared.Add(model);
            }
        }

        var names = new HashSet<string>(Of(type).Select(static property => property.Name), StringComparer.Ordinal);
        return
        [
            .. added.Before.Where(property => !names.Contains(property.Name)),
            .. declared.Select(property => Redeclared(property, added)),
            .. added.After.Where(property => !names.Contains(property.Name)),
        ];
    }

    /// <summary>Instance properties of the record, its own first, then those of its bases.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            // What is no key hides one of a base all the same.
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>().Where(Sources.IsWritten))
            {
                if (names.Add(property.Name) && IsKey(property))
                {
                    yield return property;
                }
            }
        }
    }

    private static bool IsKey(IPropertySymbol property) =>
        !property.IsStatic && !property.IsIndexer && property.DeclaredAccessibility == Accessibility.Public
        && property.ExplicitInterfaceImplementations.IsEmpty && property.SetMethod is not null;

    private static bool IsOwn(IPropertySymbol property, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(property.ContainingType, type);

    private static void CheckTwin(
        IPropertySymbol property, PropertyModel model, (List<PropertyModel> Before, List<PropertyModel> After) added, Reporter reporter)
    {
        if (TwinOf(model, added) is { } twin && (twin.Element != model.Element || model.IsList || (twin.IsNullable != model.IsNullable && !twin.IsBus)))
        {
            reporter.Report(Rules.OtherType, property, property.ContainingType.Name, property.Name, twin.Type.Replace("global::QemuDsl.", ""));
        }
    }

    private static PropertyModel? TwinOf(PropertyModel property, (List<PropertyModel> Before, List<PropertyModel> After) added) =>
        added.Before.Concat(added.After).FirstOrDefault(candidate => candidate.Name == property.Name);

    // A record may declare what the generator would add, to document it or to require it: it keeps its special way of writing.
    private static PropertyModel Redeclared(PropertyModel property, (List<PropertyModel> Before, List<PropertyModel> After) added)
    {
        var twin = TwinOf(property, added);
        return twin is null ? property : property with { Shape = twin.Shape, Key = twin.Key };
    }
}
