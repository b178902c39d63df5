using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace QemuDsl.Generators.Tests;

/// <summary>What runs again on an edit, by Roslyn's own account.</summary>
public sealed class IncrementalTests
{
    private const string Records = """
        using QemuDsl;
        namespace Lab;
        [Device("one", Bus = Bus.Pci)] public sealed partial record One { public Mode? Mode { get; init; } }
        [Device("two", Bus = Bus.Pci)] public sealed partial record Two : Common;
        [Section] public sealed partial record Whole { public Near? Near { get; init; } public Mode? Mode { get; init; } }
        [Tool("tool")] public sealed partial record Program { [FormerKey("--old", Until = "20.11")] public Mode? Mode { get; init; } }
        """;

    private const string Shared = """
        using QemuDsl;
        namespace Lab;
        [OptionEnum] public enum Mode { Fast, Slow }
        public abstract record Common { public int? Speed { get; init; } }
        [Section("near")] public sealed partial record Near { public int? Distance { get; init; } }
        """;

    private const string Unrelated = "namespace Lab; class Unrelated { int Answer() => 41; }";

    [Fact]
    public void A_keystroke_in_an_unrelated_file_parses_and_emits_nothing()
    {
        var result = Edit("Unrelated.cs", "namespace Lab; class Unrelated { int Answer() => 42; }");

        Assert.All(Reasons(result, TrackingNames.Declarations), IsCachedOrUnchanged);
        Assert.Equal([IncrementalStepRunReason.Unchanged], Reasons(result, TrackingNames.Input));
        Assert.All(Reasons(result, TrackingNames.Models), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.All(OutputReasons(result), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_comment_beside_a_record_parses_and_emits_nothing_new()
    {
        var result = Edit("Records.cs", Records + "\n// A comment.");

        Assert.All(Reasons(result, TrackingNames.Models), static reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(OutputReasons(result), static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_changed_record_emits_its_own_file_only()
    {
        var result = Edit("Records.cs", Records.Replace("\"one\"", "\"uno\"", StringComparison.Ordinal));

        Assert.Single(Reasons(result, TrackingNames.Models), IncrementalStepRunReason.Modified);
        Assert.Single(OutputReasons(result), IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void An_added_record_emits_itself_and_the_catalogue()
    {
        var result = Edit("Records.cs", Records + "\n[Device(\"three\")] public sealed partial record Three;");
        var files = result.GeneratedSources.Select(static source => source.HintName);

        Assert.Contains("Lab.Three.g.cs", files);
        Assert.Contains("global::Lab.Three.Definition", Text(result, "Snippet.OptionCatalog.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fast, Slow", "Fast, Slow, Idle", "Lab.Mode.g.cs", "\"idle\"")]
    [InlineData("int? Speed", "long? Speed", "Lab.Two.g.cs", "long? speed")]
    [InlineData("\"near\"", "\"far\"", "Lab.Whole.g.cs", "writer.Block(\"far\", Near);")]
    public void A_changed_enum_or_base_reaches_what_depends_on_it(string before, string after, string file, string expected)
    {
        var result = Edit("Shared.cs", Shared.Replace(before, after, StringComparison.Ordinal));

        Assert.Contains(expected, Text(result, file), StringComparison.Ordinal);
    }

    [Fact]
    public void Models_hold_no_symbol_syntax_or_compilation()
    {
        var result = Harness.Driver().RunGenerators(Project()).GetRunResult().Results.Single();

        foreach (var step in TrackingNames.All.SelectMany(name => result.TrackedSteps[name]))
        {
            Assert.All(step.Outputs, static output => ObjectGraph.AssertPlain(output.Value));
        }
    }

    [Fact]
    public void An_old_compilation_can_be_collected()
    {
        var (driver, old) = RunTwice();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(old.TryGetTarget(out _));
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference<Compilation> Old) RunTwice()
    {
        var first = Project();
        var driver = Harness.Driver().RunGenerators(first);
        driver = driver.RunGenerators(Replaced(first, "Unrelated.cs", "class Other;"));
        driver = driver.RunGenerators(Replaced(first, "Unrelated.cs", "class Another;"));
        return (driver, new WeakReference<Compilation>(first));
    }

    private static GeneratorRunResult Edit(string path, string text)
    {
        var project = Project();
        var driver = Harness.Driver().RunGenerators(project);
        return driver.RunGenerators(Replaced(project, path, text)).GetRunResult().Results.Single();
    }

    private static CSharpCompilation Project() =>
        Harness.Compilation(("Records.cs", Records), ("Shared.cs", Shared), ("Unrelated.cs", Unrelated));

    private static CSharpCompilation Replaced(CSharpCompilation project, string path, string text) => project.ReplaceSyntaxTree(
        project.SyntaxTrees.Single(tree => tree.FilePath == path), CSharpSyntaxTree.ParseText(text, Harness.Options, path));

    private static List<IncrementalStepRunReason> Reasons(GeneratorRunResult result, string step) =>
        [.. result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    private static List<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        [.. result.TrackedOutputSteps.SelectMany(static steps => steps.Value).SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

    private static void IsCachedOrUnchanged(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static string Text(GeneratorRunResult result, string file) =>
        result.GeneratedSources.Single(source => source.HintName == file).SourceText.ToString();
}
