using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads the properties of sections and tools.</summary>
internal static class FieldParser
{
    private const string InSections =
        "string, bool for a bare word, bool? for on and off, an integer, ByteSize, CpuSet, Guid, an [OptionEnum] enum, a struct that implements IOptionValue, a [Section] record, OptionList of those, or OptionList<RawSection>";

    private const string InTools =
        "string, bool for a bare option, an integer, CpuSet, Guid, an [OptionEnum] enum, a struct that implements IOptionValue, OptionList of those, or a [Tool] record without a name";

    public static List<PropertyModel> ParseAll(INamedTypeSymbol type, bool isTool, Reporter reporter)
    {
        var properties = new List<PropertyModel>();
        foreach (var property in PropertiesParser.Of(type))
        {
            var isOwn = SymbolEqualityComparer.Default.Equals(property.ContainingType, type);
            if (Parse(property, isTool, isOwn ? reporter : reporter.At(type)) is { } model)
            {
                properties.Add(model);
            }
        }

        return properties;
    }

    public static FormerModel? FormerOf(ISymbol property) => property.Find("FormerKeyAttribute") is { } former
        ? new FormerModel(former.Positional<string>(0) ?? "", former.Named<string>("Until") ?? "")
        : null;

    private static PropertyModel? Parse(IPropertySymbol property, bool isTool, Reporter reporter)
    {
        var type = TypeShapes.Declared(property);
        var element = TypeShapes.Element(type, out var isList, out var isNullable);
        if (ShapeOf(element, isTool) is not { } shape || !Fits(element, shape, isList, isNullable, isTool))
        {
            reporter.Report(
                Rules.UnsupportedField, property, property.ContainingType.Name, property.Name, property.Type.ToDisplayString(),
                isTool ? "a command line" : "a section", isTool ? InTools : InSections);
            return null;
        }

        if (property.SetMethod is { IsInitOnly: false })
        {
            reporter.Report(Rules.NotInitOnly, property, property.ContainingType.Name, property.Name);
        }

        // A bare word is there or not, and that is a bool.
        var isBare = shape == Shape.Flag && !isNullable;
        if (!isNullable && !isList && !property.IsRequired && !isBare)
        {
            reporter.Report(Rules.NotNullable, property, property.ContainingType.Name, property.Name, property.Type.ToDisplayString());
        }

        return new PropertyModel(property.Name, KeyOf(property, element, shape, isTool), TypeShapes.Text(type), TypeShapes.Bare(element), shape)
        {
            IsList = isList,
            IsNullable = isNullable,
            IsValueType = element.IsValueType,
            IsRequired = property.IsRequired && !isBare,
            Style = property.Find("PositionalAttribute") is null ? Style.Keyed : Style.Positional,
            Separator = element.Find(KnownNames.Tool)?.Named<string>("Separator"),
            IsLabelled = shape == Shape.Section && IsLabelled(element),
            Former = FormerOf(property),
            Lifetime = LifetimeParser.Parse(property, reporter),
            Rules = RuleParser.Parse(property, isList, shape, reporter),
            Summary = Documentation.Summary(property),
        };
    }

    private static Shape? ShapeOf(ITypeSymbol element, bool isTool) =>
        element.Find(KnownNames.Section) is not null ? (isTool ? null : Shape.Section)
        : element.Name == "RawSection" && element.IsOurs() ? (isTool ? null : Shape.Raw)
        : element.Find(KnownNames.Tool) is { } group ? (isTool && group.Positional<string>(0) is null ? Shape.Group : null)
        : TypeShapes.Of(element) is { } shape and (Shape.Text or Shape.Flag or Shape.Integer or Shape.Size or Shape.CpuSet or Shape.Value or Shape.Guid or Shape.Word) ? shape
        : null;

    private static bool Fits(ITypeSymbol element, Shape shape, bool isList, bool isNullable, bool isTool) => shape switch
    {
        Shape.Group => !isList,
        Shape.Raw => isList,
        Shape.Size when isTool => false,
        Shape.Flag when isTool => !isList && !isNullable,
        _ => !isList || TypeShapes.CanBeItem(element, shape),
    };

    private static string KeyOf(IPropertySymbol property, ITypeSymbol element, Shape shape, bool isTool) =>
        property.Find("KeyAttribute")?.Positional<string>(0)
        ?? (shape == Shape.Section ? element.Find(KnownNames.Section)?.Positional<string>(0) : null)
        ?? (isTool && shape != Shape.Group ? "--" : "") + Naming.Kebab(property.Name);

    private static bool IsLabelled(ITypeSymbol block) =>
        block is INamedTypeSymbol named && PropertiesParser.Of(named).Any(static property => property.Find("PositionalAttribute") is not null);
}
