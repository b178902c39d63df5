using Microsoft.CodeAnalysis;
using QemuDsl.Generators.Diagnostics;

namespace QemuDsl.Generators.Parsing;

/// <summary>Whether a branch of a union can be recognized when it is read.</summary>
internal static class BranchChecks
{
    public static void Run(INamedTypeSymbol type, AttributeData mark, INamedTypeSymbol union, Reporter reporter)
    {
        if (Problem(type, mark.Positional<string>(0), union) is { } problem)
        {
            reporter.Report(Rules.UnclearBranch, mark, type, type.Name, union.Name, problem);
        }
    }

    private static string? Problem(INamedTypeSymbol type, string? name, INamedTypeSymbol union) =>
        union.Find(KnownNames.Part)?.Named<string>("Discriminator") is not { Length: > 0 }
            ? $"'{union.Name}' has no Discriminator. Name the key that tells them apart"
        : name is not { Length: > 0 } ? "it has no name. Write it in [OptionPart]"
        : Namesake(type, name, union) is { } other ? $"'{other.Name}' is called '{name}' as well. Give one of them another name"
        : null;

    // Branches stand together; one in another namespace would be read as the first of its name.
    private static INamedTypeSymbol? Namesake(INamedTypeSymbol type, string name, INamedTypeSymbol union) =>
        type.ContainingNamespace.GetTypeMembers().FirstOrDefault(other =>
            !SymbolEqualityComparer.Default.Equals(other, type)
            && other.Find(KnownNames.Part)?.Positional<string>(0) == name
            && SymbolEqualityComparer.Default.Equals(PartParser.UnionOf(other), union));
}
