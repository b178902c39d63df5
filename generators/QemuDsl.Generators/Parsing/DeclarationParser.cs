using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Model;

namespace QemuDsl.Generators.Parsing;

/// <summary>Reads one declaration into its model; null when there is nothing that could be generated from it.</summary>
internal static class DeclarationParser
{
    public static FileModel? Parse(INamedTypeSymbol type, Compilation compilation, IReadOnlyList<INamedTypeSymbol> all, Reporter reporter)
    {
        var marks = type.OurAttributes().Where(static attribute => KnownNames.Written.Contains(attribute.AttributeClass!.Name)).ToList();
        if (marks.Count == 0)
        {
            return null;
        }

        if (marks.Count > 1)
        {
            reporter.Report(
                Rules.TwoKinds, type, type.Name, string.Join(", ", marks.Select(static mark => Short(mark.AttributeClass!.Name))));
            return null;
        }

        var mark = marks[0];
        return mark.AttributeClass!.Name switch
        {
            KnownNames.Enum => EnumParser.Parse(type, reporter),
            _ when !CanBeExtended(type, reporter) => null,
            KnownNames.Part => PartParser.Parse(type, mark, all, reporter),
            KnownNames.Profile => ProfileParser.Parse(type, mark, compilation, reporter),
            var name => OptionParser.Parse(type, mark, KnownNames.Kinds[name], reporter),
        };
    }

    public static string Short(string attribute) => $"[{attribute.Substring(0, attribute.Length - "Attribute".Length)}]";

    private static bool CanBeExtended(INamedTypeSymbol type, Reporter reporter)
    {
        var declarations = type.DeclaringSyntaxReferences.Select(static reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>().ToList();
        if (!type.IsRecord || type.IsValueType || type.IsGenericType || type.ContainingType is not null || type.IsFileLocal)
        {
            reporter.Report(Rules.NotARecord, type, type.Name);
            return false;
        }

        if (!declarations.TrueForAll(static declaration => declaration.Modifiers.Any(static modifier => modifier.Text == "partial")))
        {
            reporter.Report(Rules.NotPartial, type, type.Name);
            return false;
        }

        if (!type.IsAbstract && !type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty))
        {
            reporter.Report(Rules.NoPlainConstructor, type, type.Name);
            return false;
        }

        return true;
    }
}
