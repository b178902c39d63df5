using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Names that generated members have; a property called so would be a second member of that name.</summary>
internal static class NameChecks
{
    // "Bus" is none, but would hide the enum in "Bus = Bus.Pci" of the attribute above the record (CS0120).
    private static readonly HashSet<string> OfOptions = ["Bus", "Definition", "Render", "VisitReferences", "Check", "CheckMore", "ReadJson"];

    private static readonly HashSet<string> OfProfiles = ["ToCommand", "AppendTo", "Configure", "WriteJson", "ReadJson"];

    public static void Option(IPropertySymbol property, Reporter reporter) => Run(OfOptions, property, reporter);

    public static void Profile(IPropertySymbol property, Reporter reporter) => Run(OfProfiles, property, reporter);

    private static void Run(HashSet<string> reserved, IPropertySymbol property, Reporter reporter)
    {
        if (reserved.Contains(property.Name))
        {
            reporter.Report(Rules.ReservedName, property, property.ContainingType.Name, property.Name, Naming.Kebab(property.Name));
        }
    }
}
