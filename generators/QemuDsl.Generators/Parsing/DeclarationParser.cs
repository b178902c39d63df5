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

        ObsoleteChecks.Run(type, reporter);
        var mark = marks[0];
        return mark.AttributeClass!.Name switch
        {
            KnownNames.Enum => EnumParser.Parse(type, reporter),
            _ when !CanBeExtended(type, reporter) || !CanDerive(type, mark.AttributeClass.Name, reporter) => null,
            KnownNames.Part => PartParser.Parse(type, mark, all, reporter),
            KnownNames.Profile => ProfileParser.Parse(type, mark, compilation, reporter),
            KnownNames.Section => SectionParser.Parse(type, mark, reporter),
            KnownNames.Tool => ToolParser.Parse(type, mark, reporter),
            var name => OptionParser.Parse(type, mark, KnownNames.Kinds[name], reporter),
        };
    }

    // A branch derives from its union and a profile from another; all else would have two sets of generated members.
    private static bool CanDerive(INamedTypeSymbol type, string mark, Reporter reporter)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            var isFine = mark switch
            {
                KnownNames.Profile => ancestor.Find(KnownNames.Part) is null && TypeShapes.KindOf(ancestor) is null,
                KnownNames.Part => ancestor.Find(KnownNames.Part) is null || (ancestor.IsAbstract && !type.IsAbstract),
                _ => !ancestor.OurAttributes().Any(static attribute => KnownNames.Written.Contains(attribute.AttributeClass!.Name)),
            };
            if (!isFine)
            {
                reporter.Report(Rules.DerivedOption, type, type.Name, ancestor.Name);
                return false;
            }
        }

        return true;
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

        if (!type.IsAbstract && !type.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty
            && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal))
        {
            reporter.Report(Rules.NoPlainConstructor, type, type.Name);
            return false;
        }

        return true;
    }
}
