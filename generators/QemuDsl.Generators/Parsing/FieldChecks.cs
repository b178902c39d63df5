using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Whether what a section or a tool says can be written, and read back.</summary>
internal static class FieldChecks
{
    private static readonly string[] OfOptions = ["VerbatimAttribute", "SecretAttribute", "ListStyleAttribute", "JsonItemAttribute"];

    private static readonly string[] OfProperties = ["SinceAttribute", "RemovedAttribute", "DeprecatedAttribute"];

    public static void Section(INamedTypeSymbol type, AttributeData mark, SectionModel model, Reporter reporter)
    {
        if (model.Section is { } name && !IsWord(name))
        {
            reporter.Report(Rules.BadFieldName, mark, type, name, "The name of a section is letters, digits, '-', '_' and '.'");
        }

        Common(type, model, reporter);
        foreach (var property in model.Properties)
        {
            var symbol = RecordChecks.SymbolOf(type, property.Name);
            if (property.Style == Style.Positional)
            {
                Label(type, model, property, symbol, reporter);
            }
            else if (!(property.Key.Split(' ') is { Length: 1 or 2 } words && words.All(IsWord)))
            {
                reporter.Report(Rules.BadFieldName, symbol, property.Key, "A key is one word or two, of letters, digits, '-', '_' and '.'; give the property a [Key]");
            }

            Unfit(
                property.Shape == Shape.Raw && model.Properties.First(static other => other.Shape == Shape.Raw) != property,
                "OptionList<RawSection>", "another property takes every section without a record", property, symbol, reporter);
            Unfit(property.Former is not null, "[FormerKey]", "it is for options of a [Tool]", property, symbol, reporter);
        }
    }

    public static void Tool(INamedTypeSymbol type, AttributeData mark, ToolModel model, Reporter reporter)
    {
        if (model.Program is { } program && (model.Separator is not null || program.Length == 0 || program.Any(char.IsControl)))
        {
            reporter.Report(Rules.BadFieldName, mark, type, program, "A [Tool] is a program with a name, or a group of options with a Separator");
        }

        Common(type, model, reporter);
        foreach (var property in model.Properties)
        {
            var symbol = RecordChecks.SymbolOf(type, property.Name);
            Unfit(property.Style == Style.Positional, "[Positional]", "every value of a tool has its option", property, symbol, reporter);
            if (property.Shape == Shape.Group)
            {
                Group(type, model, property, symbol, reporter);
                continue;
            }

            Option(property.Key, symbol, reporter);
            if (property.Former is { } former)
            {
                Option(former.Key, symbol, reporter);
                Until(former, symbol, reporter);
            }
        }
    }

    private static void Common(INamedTypeSymbol type, RecordModel model, Reporter reporter)
    {
        NameChecks.Fields(type, model.Properties, reporter);
        SetterChecks.Run(type, reporter);
        foreach (var name in OfProperties.Where(name => type.Find(name) is not null))
        {
            reporter.Report(Rules.RuleDoesNotFit, type, DeclarationParser.Short(name), type.Name, "it is for properties of sections and tools");
        }

        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in model.Properties)
        {
            var symbol = RecordChecks.SymbolOf(type, property.Name);
            foreach (var key in new[] { property.Key, property.Former?.Key }.OfType<string>())
            {
                if (keys.TryGetValue(key, out var other))
                {
                    reporter.Report(Rules.DuplicateKey, symbol, type.Name, property.Name, key, other);
                }
                else
                {
                    keys.Add(key, property.Name);
                }
            }

            RecordChecks.Named(property, model.Properties, symbol, reporter);
            foreach (var name in OfOptions)
            {
                Unfit(symbol.Find(name) is not null, DeclarationParser.Short(name), "it is for options of QEMU", property, symbol, reporter);
            }
        }
    }

    private static void Label(INamedTypeSymbol type, SectionModel model, PropertyModel property, ISymbol symbol, Reporter reporter)
    {
        var problem = model.Section is not null ? "a section with a name has no label"
            : model.Properties.Any(other => other.Style == Style.Positional && other != property) ? "a block has one label"
            : !property.IsRequired || property.IsNullable || property.IsList ? "a label is required, and single"
            : property.Shape is not (Shape.Text or Shape.Integer or Shape.Value or Shape.Word) ? "a label is a text, a number, a word or a small value"
            : null;
        if (problem is not null)
        {
            reporter.Report(Rules.BadLabel, symbol, type.Name, property.Name, problem);
        }
    }

    private static void Group(INamedTypeSymbol type, ToolModel model, PropertyModel property, ISymbol symbol, Reporter reporter)
    {
        var isAlone = model.Properties.All(static other => other.Shape == Shape.Group) && model.Properties[0] == property;
        if (property.Separator is null && !isAlone)
        {
            reporter.Report(Rules.UnclearGroup, symbol, type.Name, property.Name, property.Element.Substring(property.Element.LastIndexOf('.') + 1));
        }
    }

    // "-a" or "--allow"; "--" alone ends options everywhere.
    private static void Option(string key, ISymbol symbol, Reporter reporter)
    {
        var name = key.StartsWith("--", StringComparison.Ordinal) ? key.Substring(2) : key.StartsWith("-", StringComparison.Ordinal) && key.Length == 2 ? key.Substring(1) : "";
        if (!IsWord(name) || name[0] == '-')
        {
            reporter.Report(Rules.BadFieldName, symbol, key, "An option is '-' and one letter, or '--' and a name; give the property a [Key]");
        }
    }

    private static void Until(FormerModel former, ISymbol symbol, Reporter reporter)
    {
        if (!LifetimeParser.IsVersion(former.Until))
        {
            reporter.Report(Rules.BadVersion, symbol, former.Until, "[FormerKey]");
        }
    }

    private static void Unfit(bool isThere, string attribute, string problem, PropertyModel property, ISymbol symbol, Reporter reporter)
    {
        if (isThere)
        {
            reporter.Report(Rules.RuleDoesNotFit, symbol, attribute, property.Name, problem);
        }
    }

    private static bool IsWord(string text) =>
        text.Length > 0 && text.All(static character => character < 0x80 && (char.IsLetterOrDigit(character) || character is '-' or '_' or '.'));
}
