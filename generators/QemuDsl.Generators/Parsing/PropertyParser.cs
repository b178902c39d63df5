using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads one property.</summary>
internal static class PropertyParser
{
    public static PropertyModel? Parse(IPropertySymbol property, Reporter reporter)
    {
        var type = TypeShapes.Declared(property);
        var element = TypeShapes.Element(type, out var isList, out var isNullable);
        if (TypeShapes.Of(element) is not { } shape || shape == Shape.Option || (isList && !TypeShapes.CanBeItem(element, shape)))
        {
            reporter.Report(Rules.UnsupportedType, property, property.ContainingType.Name, property.Name, property.Type.ToDisplayString());
            return null;
        }

        if (property.SetMethod is { IsInitOnly: false })
        {
            reporter.Report(Rules.NotInitOnly, property, property.ContainingType.Name, property.Name);
        }

        if (!isNullable && !isList && !property.IsRequired)
        {
            reporter.Report(Rules.NotNullable, property, property.ContainingType.Name, property.Name, property.Type.ToDisplayString());
        }

        var list = property.Find("ListStyleAttribute");
        return new PropertyModel(property.Name, KeyOf(property), TypeShapes.Text(type), TypeShapes.Bare(element), shape)
        {
            IsList = isList,
            IsNullable = isNullable,
            IsValueType = element.IsValueType,
            IsRequired = property.IsRequired,
            Style = StyleOf(property),
            Separator = list?.Positional<string>(0),
            IsJoinedInJson = list?.Named<bool>("JoinedInJson") ?? false,
            JsonItem = property.Find("JsonItemAttribute")?.Positional<string>(0),
            SecretFileKey = property.Find("SecretAttribute")?.Positional<string>(0),
            Former = FieldParser.FormerOf(property),
            Lifetime = LifetimeParser.Parse(property, reporter),
            Rules = RuleParser.Parse(property, isList, shape, reporter),
            Summary = Documentation.Summary(property),
        };
    }

    public static string KeyOf(IPropertySymbol property) =>
        property.Find("KeyAttribute")?.Positional<string>(0) ?? Naming.Kebab(property.Name);

    private static Style StyleOf(IPropertySymbol property) =>
        property.Find("VerbatimAttribute") is not null ? Style.Verbatim
        : property.Find("PositionalAttribute") is not null ? Style.Positional
        : Style.Keyed;
}
