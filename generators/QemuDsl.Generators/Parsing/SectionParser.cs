using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads a section, a block or a file in VPP's brace syntax.</summary>
internal static class SectionParser
{
    public static SectionModel? Parse(INamedTypeSymbol type, AttributeData mark, Reporter reporter)
    {
        if (type.IsAbstract)
        {
            reporter.Report(Rules.Abstract, type, type.Name);
            return null;
        }

        var model = new SectionModel(OptionParser.NamespaceOf(type), type.Name)
        {
            IsPublic = type.DeclaredAccessibility == Accessibility.Public,
            HasRecordBase = type.BaseType?.IsRecord == true,
            Section = mark.Positional<string>(0),
            Properties = FieldParser.ParseAll(type, isTool: false, reporter),
        };
        FieldChecks.Section(type, mark, model, reporter);
        return model;
    }
}
