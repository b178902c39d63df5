using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;

namespace QemuDsl.Generators.Parsing;

/// <summary>Whether generated code can make the record: set its properties, and all that C# requires.</summary>
internal static class SetterChecks
{
    public static void Run(INamedTypeSymbol type, Reporter reporter)
    {
        foreach (var property in PropertiesParser.Of(type).Where(static property => !IsReachable(property.SetMethod!)))
        {
            Report(type, property, "has no 'init' that can be called from outside of the record", reporter);
        }

        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsRequired: true })
                {
                    Report(type, member, "is a field", reporter);
                }
                else if (member is IPropertySymbol { IsRequired: true, DeclaredAccessibility: not Accessibility.Public })
                {
                    Report(type, member, "is required but not public", reporter);
                }
            }
        }
    }

    private static bool IsReachable(IMethodSymbol setter) =>
        setter.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static void Report(INamedTypeSymbol type, ISymbol member, string problem, Reporter reporter)
    {
        var place = SymbolEqualityComparer.Default.Equals(member.ContainingType, type) ? reporter : reporter.At(type);
        place.Report(Rules.CannotSet, member, member.ContainingType.Name, member.Name, problem);
    }
}
