using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace QemuDsl.Generators.Tests;

/// <summary>What must hold for any declaration: its generated code compiles without a warning, or the analyzer says why not.</summary>
internal static class Declarations
{
    private const string Start = "using QemuDsl;\n";

    public static async Task AssertFineAsync(string source, Consumer? consumer = null)
    {
        var (compilation, found) = Harness.Generate(Start + source, consumer);

        Assert.Empty(Added(compilation, found));
        Assert.Empty(await Harness.AnalyzeAsync(Start + source, consumer));
        Assert.True(compilation.SyntaxTrees.Count() > 1, "nothing was generated");
    }

    public static async Task AssertRefusedAsync(string id, string source)
    {
        var found = await Harness.AnalyzeAsync(Start + source);

        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.Equal(id, diagnostic.Id));
    }

    /// <summary>Either of both; a snippet that is wrong by itself may be anything.</summary>
    public static async Task AssertSoundAsync(string source)
    {
        var (compilation, found) = Harness.Generate(Start + source);
        var added = Added(compilation, found);
        if (added.Count > 0 && Alone(compilation).All(static diagnostic => diagnostic.Severity < DiagnosticSeverity.Error))
        {
            Assert.True((await Harness.AnalyzeAsync(Start + source)).Length > 0, $"{source}\n{string.Join('\n', added)}");
        }
    }

    private static List<Diagnostic> Added(Compilation compilation, IReadOnlyList<Diagnostic> found)
    {
        if (found.Count == 0)
        {
            return [];
        }

        var own = Alone(compilation).Select(static diagnostic => diagnostic.ToString()).ToHashSet(StringComparer.Ordinal);
        return [.. Harness.InGeneratedCode(found).Where(diagnostic => !own.Contains(diagnostic.ToString()))];
    }

    private static ImmutableArray<Diagnostic> Alone(Compilation compilation) =>
        compilation.RemoveSyntaxTrees(compilation.SyntaxTrees.Skip(1)).GetDiagnostics();
}
