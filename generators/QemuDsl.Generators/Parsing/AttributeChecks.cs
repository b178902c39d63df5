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
        else if (model.Kind != Kind.Switch && model.QemuName is { } name && !(name.Length > 0 && name.All(IsWord)))
        {
            reporter.Report(Rules.BadName, mark, type, name, "QEMU's names are letters, digits, '-', '_', '.' and ','-free");
        }

        if (model.Kind == Kind.Device && ((model.Bus != 0 && !Buses.IsOne(model.Bus)) || (model.Provides != 0 && !Buses.IsOne(model.Provides))))
        {
            reporter.Report(Rules.SeveralBuses, mark, type, type.Name);
        }
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character is '-' or '_' or '.' or '+';
}
