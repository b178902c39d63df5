using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads a record that becomes one option.</summary>
internal static class OptionParser
{
    public static OptionModel? Parse(INamedTypeSymbol type, AttributeData mark, Kind kind, Reporter reporter)
    {
        if (type.IsAbstract)
        {
            reporter.Report(Rules.Abstract, type, type.Name);
            return null;
        }

        var model = new OptionModel(NamespaceOf(type), type.Name)
        {
            Kind = kind,
            IsPublic = type.DeclaredAccessibility == Accessibility.Public,
            IsSealed = type.IsSealed,
            HasRecordBase = type.BaseType?.IsRecord == true,
            Lifetime = LifetimeParser.Parse(type, reporter),
            Summary = Documentation.Summary(type),
        };
        model = WithAttribute(model, mark, kind);
        AttributeChecks.Run(type, mark, model, reporter);
        model = model with { Properties = PropertiesParser.Parse(type, AddedProperties.Of(model), reporter) };
        RecordChecks.Run(type, model.Properties, reporter);
        if (kind != Kind.Machine)
        {
            NameChecks.Beside(type, $"{type.Name}Extensions", reporter);
        }

        return model;
    }

    public static string NamespaceOf(ISymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString();

    private static OptionModel WithAttribute(OptionModel model, AttributeData mark, Kind kind) => kind switch
    {
        Kind.Machine => model with
        {
            Option = "-machine",
            QemuName = mark.Positional<string>(0),
            Target = mark.Positional<int>(1),
            Bus = mark.Named<int>("Buses"),
            BoardPciSlots = mark.NamedNumbers("BoardPciSlots"),
            Literal = mark.Named<string>("Literal"),
            IsRepeatable = false,
        },
        Kind.Cpu => model with
        {
            Option = "-cpu",
            QemuName = mark.Named<string>("Model"),
            Target = mark.Positional<int>(0),
            IsRepeatable = false,
        },
        Kind.Switch => model with
        {
            Option = mark.Positional<string>(0) ?? "",
            QemuName = mark.Positional<string>(1),
            IsRepeatable = mark.Named<bool>("Repeatable"),
            Target = mark.Named<int>("Target"),
        },
        Kind.Display => model with { Option = "-display", QemuName = mark.Positional<string>(0), IsRepeatable = false },
        Kind.Drive => model with { Option = "-drive", IdPrefix = "drive" },
        Kind.Device => model with
        {
            Option = "-device",
            QemuName = mark.Positional<string>(0),
            IdPrefix = "dev",
            Bus = mark.Named<int>("Bus"),
            Provides = mark.Named<int>("Provides"),
            BusSuffix = mark.Named("BusSuffix", ".0")!,
            Ports = mark.Named("Ports", 1),
            Target = mark.Named<int>("Target"),
        },
        Kind.Object => model with
        {
            Option = "-object",
            QemuName = mark.Positional<string>(0),
            IdPrefix = mark.Named("IdPrefix", "obj"),
        },
        Kind.Accelerator => model with { Option = "-accel", QemuName = mark.Positional<string>(0) },
        Kind.Blockdev => model with { Option = "-blockdev", QemuName = mark.Positional<string>(0), IdPrefix = "block" },
        _ => model with
        {
            Option = "-" + kind.ToString().ToLowerInvariant(),
            QemuName = mark.Positional<string>(0),
            IdPrefix = Prefix(kind),
        },
    };

    private static string Prefix(Kind kind) => kind switch
    {
        Kind.Fsdev => "fs",
        Kind.Audiodev => "audio",
        Kind.Tpmdev => "tpm",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
