using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Whether the attribute of a record says something QEMU can have.</summary>
internal static class AttributeChecks
{
    public static void Run(INamedTypeSymbol type, AttributeData mark, OptionModel model, Reporter reporter)
    {
        if (model.Kind == Kind.Switch && !(model.Option.Length > 1 && model.Option[0] == '-' && model.Option.Skip(1).All(IsWord)))
        {
            reporter.Report(Rules.BadName, mark, type, model.Option, "An option is a dash and a name, such as -smp");
        }
        else if (model.Kind is not (Kind.Switch or Kind.Cpu or Kind.Drive) && model.QemuName is not { Length: > 0 })
        {
            reporter.Report(Rules.BadName, mark, type, model.QemuName ?? "null", "Write the name that -machine help, -device help and so on list");
        }
        else if (model.Kind != Kind.Switch && model.QemuName is { } name && !name.All(IsWord))
        {
            reporter.Report(Rules.BadName, mark, type, name, "QEMU's names are letters, digits, '-', '_', '.' and ','-free");
        }

        if (model.Kind == Kind.Device && ((model.Bus != 0 && !Buses.IsOne(model.Bus)) || (model.Provides != 0 && !Buses.IsOne(model.Provides))))
        {
            reporter.Report(Rules.SeveralBuses, mark, type, type.Name);
        }
    }

    /// <summary>A key ends at '=' and an option at ','; QEMU's keys are ASCII.</summary>
    public static void Key(PropertyModel property, ISymbol symbol, Reporter reporter)
    {
        if (property.Style == Style.Keyed && !(property.Key.Length > 0 && property.Key.All(static character => character < 0x80 && (IsWord(character) || character is '[' or ']'))))
        {
            reporter.Report(Rules.BadName, symbol, property.Key, "A key is letters, digits, '-', '_' and '.'; give the property a [Key]");
        }
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '+';
}
