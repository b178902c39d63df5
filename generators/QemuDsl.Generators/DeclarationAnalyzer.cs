using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Parsing;

namespace QemuDsl.Generators;

/// <summary>
/// Reports what is wrong with declarations. Runs the same parser as the generator, which itself reports nothing: a location in a
/// generator's model breaks caching, and one that was rebuilt cannot be silenced by a pragma.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.All);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static symbol => Analyze(symbol), SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        _ = DeclarationParser.Parse(type, context.Compilation, [], new Reporter(context.ReportDiagnostic));
    }
}
