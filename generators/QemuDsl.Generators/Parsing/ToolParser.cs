using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads the command line of a program, or a group of options of one.</summary>
internal static class ToolParser
{
    public static ToolModel? Parse(INamedTypeSymbol type, AttributeData mark, Reporter reporter)
    {
        if (type.IsAbstract)
        {
            reporter.Report(Rules.Abstract, type, type.Name);
            return null;
        }

        var model = new ToolModel(OptionParser.NamespaceOf(type), type.Name)
        {
            IsPublic = type.DeclaredAccessibility == Accessibility.Public,
            HasRecordBase = type.BaseType?.IsRecord == true,
            Program = mark.Positional<string>(0),
            Separator = mark.Named<string>("Separator"),
            Properties = FieldParser.ParseAll(type, isTool: true, reporter),
        };
        FieldChecks.Tool(type, mark, model, reporter);
        return model;
    }
}
