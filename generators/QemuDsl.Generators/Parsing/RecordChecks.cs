using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>What only shows when all properties of a record are seen together.</summary>
internal static class RecordChecks
{
    public static void Run(INamedTypeSymbol type, IReadOnlyList<PropertyModel> properties, Reporter reporter)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var symbol = SymbolOf(type, property.Name);
            if (keys.TryGetValue(property.Key, out var other))
            {
                reporter.Report(Rules.DuplicateKey, symbol, type.Name, property.Name, property.Key, other);
            }
            else
            {
                keys.Add(property.Key, property.Name);
            }

            Named(property, properties, symbol, reporter);
            Styled(type, property, properties, symbol, reporter);
        }
    }

    private static void Named(PropertyModel property, IReadOnlyList<PropertyModel> properties, ISymbol symbol, Reporter reporter)
    {
        foreach (var rule in property.Rules)
        {
            if (rule.Kind is RuleKind.Conflicts or RuleKind.Requires && !properties.Any(other => other.Name == rule.Text))
            {
                reporter.Report(Rules.UnknownProperty, symbol, rule.Kind.ToString(), property.Name, rule.Text);
            }
        }
    }

    private static void Styled(INamedTypeSymbol type, PropertyModel property, IReadOnlyList<PropertyModel> properties, ISymbol symbol, Reporter reporter)
    {
        if (property.Style == Style.Verbatim && (properties.Count > 1 || property.Shape != Shape.Text || property.IsList))
        {
            reporter.Report(Rules.VerbatimNotAlone, symbol, type.Name, property.Name);
        }

        if (property.SecretFileKey is not null && (property.Shape != Shape.Text || property.IsList || TypeShapes.KindOf(type) != Kind.Object))
        {
            reporter.Report(Rules.MisplacedSecret, symbol, type.Name, property.Name);
        }
    }

    private static ISymbol SymbolOf(INamedTypeSymbol type, string property) =>
        PropertiesParser.Of(type).FirstOrDefault(candidate => candidate.Name == property) ?? (ISymbol)type;
}
