using Microsoft.CodeAnalysis;
using QemuDsl.CodeFixes;

namespace QemuDsl.Generators.Tests.CodeFixes;

/// <summary>Code fixes: what they make of a document compiles, and nothing else of it has changed.</summary>
public sealed class CodeFixTests
{
    private const string Start = "using QemuDsl;\nnamespace Lab;\n/// <summary>A card.</summary>\n";

    public static TheoryData<string, string, string> Fixes => new()
    {
        { "[Device(\"x\")]\npublic sealed record X;", "Make 'X' partial", "[Device(\"x\")]\npublic sealed partial record X;" },
        { "[Device(\"x\")] /* why */ record X;", "Make 'X' partial", "[Device(\"x\")] /* why */ partial record X;" },
        { "[Device(\"x\")]\npublic sealed partial class X\n{\n}\n// end", "Make 'X' a record", "[Device(\"x\")]\npublic sealed partial record X\n{\n}\n// end" },
        { "[Device(\"x\")]\npublic abstract partial record X;", "Remove 'abstract' from 'X'", "[Device(\"x\")]\npublic partial record X;" },
        { "[Device(\"x\")]\n// why\nabstract partial record X;", "Remove 'abstract' from 'X'", "[Device(\"x\")]\n// why\npartial record X;" },
        { Record("public int A { get; init; }"), "Make 'A' nullable", Record("public int? A { get; init; }") },
        { Record("public int A { get; init; }"), "Make 'A' required", Record("public required int A { get; init; }") },
        { Record("public int? A { get; set; }"), "Make 'A' init-only", Record("public int? A { get; init; }") },
        { Record("public int? A { get; private init; }"), "Let everybody set 'A'", Record("public int? A { get; init; }") },
    };

    public static TheoryData<string> Refusals => new()
    {
        "public static class Holder { [Device(\"x\")] public sealed partial class X; }",
        "[Device(\"x\")] public sealed partial class X<T>;",
        "[Device(\"x\")] file sealed partial class X;",
        "[Device(\"x\")] public sealed partial record X { public required int A; }",
    };

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task A_code_fix_mends_a_declaration_and_leaves_the_rest(string source, string title, string expected)
    {
        var mended = await MendedDocument.MendAsync(Start + source);

        var (_, text) = Assert.Single(mended, fix => fix.Title == title);
        Assert.Equal(Start + expected, text);
        Assert.Empty(await Harness.AnalyzeAsync(text));
        Assert.DoesNotContain(Harness.InGeneratedCode(Harness.Generate(text).Diagnostics), static found => found.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Nothing_is_offered_where_another_word_does_not_mend_it(string source) => Assert.Empty(await MendedDocument.MendAsync(Start + source));

    [Fact]
    public void Every_code_fix_has_a_test_and_all_places_of_a_project_can_be_mended_at_once()
    {
        Assert.Equal(6, MendedDocument.Providers.Count);
        Assert.All(MendedDocument.Providers, static provider => Assert.NotNull(provider.GetFixAllProvider()));
    }

    // A compiler has no workspaces, and an editor brings a composition of its own.
    [Fact]
    public void The_assembly_needs_nothing_but_the_compiler_and_its_workspaces() => Assert.Equal(
        ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces", "System.Collections.Immutable", "netstandard"],
        typeof(PartialCodeFix).Assembly.GetReferencedAssemblies().Select(static assembly => assembly.Name!).Order(StringComparer.Ordinal));

    private static string Record(string property) => $$"""
        [Device("x")]
        public sealed partial record X
        {
            /// <summary>A (<c>a</c>).</summary>
            {{property}}

            // The end.
        }
        """;
}
