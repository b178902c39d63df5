using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace QemuDsl.Generators.Tests;

/// <summary>Compiles snippets in memory, with the generator and the analyzer as a project would run them.</summary>
internal static class Harness
{
    // Read once: every snippet has the same.
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(IOption).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Qemu).Assembly.Location),
    ];

    public static CSharpParseOptions Options { get; } = new Consumer().Options;

    public static CSharpCompilation Compilation(params (string Path, string Text)[] files) => Compilation(new Consumer(), files);

    public static GeneratorDriver Driver() => Driver(Options);

    /// <summary>The compilation with generated code; every warning and error of it.</summary>
    public static (Compilation Compilation, ImmutableArray<Diagnostic> Diagnostics) Generate(string source, Consumer? consumer = null)
    {
        var project = consumer ?? new Consumer();
        var input = Compilation(project, ("Snippet.cs", source));
        var run = Driver(project.Options).RunGeneratorsAndUpdateCompilation(input, out var output, out var reported);
        Assert.Empty(reported);
        Assert.All(run.GetRunResult().Results, static result => Assert.Null(result.Exception));
        return (output, [.. output.GetDiagnostics().Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)]);
    }

    /// <summary>Without what the snippet itself is to blame for: comments it leaves out.</summary>
    public static IEnumerable<Diagnostic> InGeneratedCode(IEnumerable<Diagnostic> found) => found.Where(static diagnostic =>
        diagnostic.Id != "CS1591" || diagnostic.Location.SourceTree?.FilePath != "Snippet.cs");

    /// <summary>What the analyzer says; as in a build, it sees generated code beside the snippet.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string source, Consumer? consumer = null)
    {
        var compilation = Generate(source, consumer).Compilation.WithAnalyzers([new DeclarationAnalyzer()]);
        return await compilation.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private static GeneratorDriver Driver(CSharpParseOptions options) => CSharpGeneratorDriver.Create(
        [new OptionGenerator().AsSourceGenerator()],
        parseOptions: options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static CSharpCompilation Compilation(Consumer consumer, params (string Path, string Text)[] files) => CSharpCompilation.Create(
        consumer.Assembly,
        files.Select(file => CSharpSyntaxTree.ParseText(file.Text, consumer.Options, file.Path)),
        References,
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            checkOverflow: consumer.ChecksOverflow,
            nullableContextOptions: consumer.Nullable,
            // The catalogue is built against the SDK's reference set, the snippet against another of the same version.
            specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
}
