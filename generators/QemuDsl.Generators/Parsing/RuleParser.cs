using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads the rule attributes of a property; one that does not fit its type is reported and left out.</summary>
internal static class RuleParser
{
    public static List<RuleModel> Parse(IPropertySymbol property, bool isList, Shape shape, Reporter reporter)
    {
        var rules = new List<RuleModel>();
        foreach (var attribute in property.OurAttributes())
        {
            if (Read(attribute) is not { } rule)
            {
                continue;
            }

            if (Problem(rule, isList, shape) is { } problem)
            {
                reporter.Report(
                    Rules.RuleDoesNotFit, attribute, property, DeclarationParser.Short(attribute.AttributeClass!.Name), property.Name, problem);
            }
            else
            {
                rules.Add(rule);
            }
        }

        return rules;
    }

    private static RuleModel? Read(AttributeData attribute) => attribute.AttributeClass!.Name switch
    {
        "AtLeastAttribute" => new RuleModel(RuleKind.AtLeast, attribute.Positional<long>(0)),
        "RangeAttribute" => new RuleModel(RuleKind.Range, attribute.Positional<long>(0), attribute.Positional<long>(1)),
        "PowerOfTwoAttribute" => new RuleModel(RuleKind.PowerOfTwo),
        "PatternAttribute" => new RuleModel(RuleKind.Pattern, Text: attribute.Positional<string>(0) ?? ""),
        "ConflictsAttribute" => new RuleModel(RuleKind.Conflicts, Text: attribute.Positional<string>(0) ?? ""),
        "RequiresAttribute" => new RuleModel(RuleKind.Requires, Text: attribute.Positional<string>(0) ?? ""),
        "SocketPathAttribute" => new RuleModel(RuleKind.SocketPath),
        _ => null,
    };

    private static string? Problem(RuleModel rule, bool isList, Shape shape) => rule.Kind switch
    {
        RuleKind.AtLeast or RuleKind.Range or RuleKind.PowerOfTwo when shape is not (Shape.Integer or Shape.Size) => "it is for numbers and sizes",
        RuleKind.Range when rule.Minimum > rule.Maximum => "its minimum is over its maximum",
        RuleKind.Pattern when shape is not (Shape.Text or Shape.Value) => "it is for text",
        RuleKind.Pattern when !IsPattern(rule.Text) => "its pattern is no regular expression that works without backtracking",
        RuleKind.SocketPath when shape != Shape.Text || isList => "it is for a single text",
        _ => null,
    };

    private static bool IsPattern(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return !pattern.Contains("(?=") && !pattern.Contains("(?!") && !pattern.Contains("(?<") && !pattern.Contains("\\1");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
