using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;

namespace QemuDsl.Generators.Parsing;

/// <summary>Generated code uses every record and property, so none can be an error to use.</summary>
internal static class ObsoleteChecks
{
    public static void Run(INamedTypeSymbol type, Reporter reporter)
    {
        foreach (var symbol in type.GetMembers().Prepend(type).Where(IsError))
        {
            reporter.Report(Rules.RuleDoesNotFit, symbol, "[Obsolete]", symbol.Name, "generated code uses it, so using it cannot be an error");
        }
    }

    private static bool IsError(ISymbol symbol) => symbol is INamedTypeSymbol or IPropertySymbol or IFieldSymbol
        && symbol.GetAttributes().Any(static attribute =>
            attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" }
            && attribute.ConstructorArguments is [_, { Value: true }, ..]);
}
