using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>What only shows when all properties of a record are seen together.</summary>
internal static class RecordChecks
{
    public static void Run(INamedTypeSymbol type, IReadOnlyList<PropertyModel> properties, Reporter reporter)
    {
        NameChecks.Record(type, properties, reporter);
        SetterChecks.Run(type, reporter);
        OneSecret(type, properties, reporter);
        var keys = Reserved(type).ToDictionary(static key => key, _ => type.Name, StringComparer.Ordinal);
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

            AttributeChecks.Key(property, symbol, reporter);
            Named(property, properties, symbol, reporter);
            Styled(type, property, properties, symbol, reporter);
        }
    }

    // Written by the record itself: what it is, and what makes a -drive a back end.
    private static IEnumerable<string> Reserved(INamedTypeSymbol type) => TypeShapes.KindOf(type) switch
    {
        null when PartParser.UnionOf(type)?.Find(KnownNames.Part)?.Named<string>("Discriminator") is { } discriminator => [discriminator],
        null or Kind.Switch or Kind.Cpu => [],
        Kind.Drive => ["if"],
        { } kind => [Emit.ReadEmitter.Discriminator(kind)],
    };

    public static void Named(PropertyModel property, IReadOnlyList<PropertyModel> properties, ISymbol symbol, Reporter reporter)
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

        if (property.Style == Style.Positional && !CanBePositional(property))
        {
            reporter.Report(Rules.RuleDoesNotFit, symbol, "[Positional]", property.Name, "it is for texts, words and small values, and for lists of them");
        }

        if (property.Former is not null)
        {
            reporter.Report(Rules.RuleDoesNotFit, symbol, "[FormerKey]", property.Name, "it is for options of a [Tool]");
        }

        if (property.SecretFileKey is not null && (property.Shape != Shape.Text || property.IsList || TypeShapes.KindOf(type) != Kind.Object))
        {
            reporter.Report(Rules.MisplacedSecret, symbol, type.Name, property.Name);
        }
    }

    private static bool CanBePositional(PropertyModel property) =>
        property.Shape is Shape.Text or Shape.Word or Shape.Value or Shape.Guid or Shape.Size or Shape.Id
        || (property.IsList && property.Shape != Shape.Part);

    private static void OneSecret(INamedTypeSymbol type, IReadOnlyList<PropertyModel> properties, Reporter reporter)
    {
        var secrets = properties.Where(static property => property.SecretFileKey is not null).ToList();
        foreach (var other in secrets.Skip(1))
        {
            reporter.Report(Rules.RuleDoesNotFit, SymbolOf(type, other.Name), "[Secret]", other.Name, $"'{secrets[0].Name}' is the record's secret, and an object has one");
        }
    }

    public static ISymbol SymbolOf(INamedTypeSymbol type, string property) =>
        PropertiesParser.Of(type).FirstOrDefault(candidate => candidate.Name == property) ?? (ISymbol)type;
}
