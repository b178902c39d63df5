using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace QemuDsl.Generators.Tests;

/// <summary>Compiles snippets in memory, with the generator and the analyzer as a project would run them.</summary>
internal static class Harness
{
    public const string Usings = "using QemuDsl;\n";

    public static CSharpParseOptions Options { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static CSharpCompilation Compilation(params (string Path, string Text)[] files) => CSharpCompilation.Create(
        "Snippet",
        files.Select(static file => CSharpSyntaxTree.ParseText(file.Text, Options, file.Path)),
        [
            .. Net100.References.All,
            MetadataReference.CreateFromFile(typeof(IOption).Assembly.Location),
            MetadataReference.CreateFromFile(typeof(Qemu).Assembly.Location),
        ],
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            // The catalogue is built against the SDK's reference set, the snippet against another of the same version.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new OptionGenerator().AsSourceGenerator()],
        parseOptions: Options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The compilation with generated code; every warning and error of it.</summary>
    public static (Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics) Generate(string source)
    {
        var input = Compilation(("Snippet.cs", source));
        var run = Driver().RunGeneratorsAndUpdateCompilation(input, out var output, out var reported);
        Assert.Empty(reported);
        Assert.All(run.GetRunResult().Results, static result => Assert.Null(result.Exception));
        return (output, [.. output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)]);
    }

    /// <summary>Without what the snippet itself is to blame for: comments it leaves out.</summary>
    public static IEnumerable<Diagnostic> InGeneratedCode(IEnumerable<Diagnostic> found) => found.Where(static diagnostic =>
        diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree?.FilePath != "Snippet.cs");

    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source)
    {
        var compilation = Compilation(("Snippet.cs", source)).WithAnalyzers([new DeclarationAnalyzer()]);
        return await compilation.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
