using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Parsing;

/// <summary>Tells what somebody wrote from what was generated: the analyzer sees both, the generator only the former.</summary>
internal static class Sources
{
    private static readonly string Generated = typeof(OptionGenerator).FullName!;

    public static bool IsWritten(ISymbol symbol) => !symbol.IsImplicitlyDeclared && symbol.Locations.Any(static location =>
        location.SourceTree is not { } tree || !tree.FilePath.Contains(Generated));
}
