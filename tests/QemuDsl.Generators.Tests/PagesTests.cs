using System.Text.RegularExpressions;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.Generators.Tests.CodeFixes;
using QemuDsl.TestKit;

namespace QemuDsl.Generators.Tests;

/// <summary>Every number that a message can have is explained in the documentation, and nothing else is.</summary>
public sealed partial class PagesTests
{
    private static readonly string Documents = Checkout.File("docs");

    public static TheoryData<string> Ids => [.. Rules.All.Select(static rule => rule.Id)];

    [Fact]
    public void Every_diagnostic_has_a_page_with_its_title_and_how_to_mend_it()
    {
        var pages = Directory.GetFiles(Path.Combine(Documents, "diagnostics"), "QDL*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(Rules.All.Select(static rule => rule.Id), pages);
        foreach (var rule in Rules.All)
        {
            var page = File.ReadAllText(Path.Combine(Documents, "diagnostics", $"{rule.Id}.md"));
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page, StringComparison.Ordinal);
            Assert.Contains("## Fixed", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_diagnostic_is_in_the_index()
    {
        var index = File.ReadAllText(Path.Combine(Documents, "diagnostics", "README.md"));

        Assert.All(Rules.All, rule => Assert.Contains($"| [{rule.Id}]({rule.Id}.md) | {rule.Title} |", index, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Wrong_code_of_a_page_is_told_and_its_fixed_code_is_not(string id)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Documents, "diagnostics", $"{id}.md"), TestContext.Current.CancellationToken);
        var blocks = Block().Matches(page).Select(static match => AsFile(match.Groups[1].Value)).ToList();

        Assert.Equal(2, blocks.Count);
        Assert.All(await Harness.AnalyzeAsync(blocks[0]), diagnostic => Assert.Equal(id, diagnostic.Id));
        Assert.NotEmpty(await Harness.AnalyzeAsync(blocks[0]));
        Assert.Empty(await Harness.AnalyzeAsync(blocks[1]));
        Assert.Empty(Harness.InGeneratedCode(Harness.Generate(blocks[1]).Diagnostics));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_page_tells_of_a_code_fix_where_there_is_one_that_mends_its_wrong_code(string id)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Documents, "diagnostics", $"{id}.md"), TestContext.Current.CancellationToken);
        var mends = MendedDocument.Providers.Any(provider => provider.FixableDiagnosticIds.Contains(id));

        Assert.Equal(mends, page.Contains("\nA code fix ", StringComparison.Ordinal));
        if (mends)
        {
            var mended = await MendedDocument.MendAsync(AsFile(Block().Match(page).Groups[1].Value));
            Assert.NotEmpty(mended);
            Assert.All(await Task.WhenAll(mended.Select(static fix => Harness.AnalyzeAsync(fix.Text))), static found => Assert.Empty(found));
        }
    }

    [Fact]
    public void Every_diagnostic_is_in_the_analyzer_releases_with_its_title()
    {
        var releases = string.Concat(
            new[] { "Shipped", "Unshipped" }.Select(static file => File.ReadAllText(Checkout.File($"generators/QemuDsl.Generators/AnalyzerReleases.{file}.md"))));

        Assert.All(Rules.All, rule => Assert.Contains($"{rule.Id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}\n", releases, StringComparison.Ordinal));
        Assert.Equal(Rules.All.Length, Diagnostic().Count(releases));
    }

    [Fact]
    public void Every_message_ends_with_what_to_do() => Assert.All(Rules.All, static rule =>
    {
        var sentences = $"{rule.MessageFormat}".Split(". ");
        Assert.True(sentences.Length > 1 || rule.Id == "QDL0023", "the branch checks fill in the remedy");
        Assert.EndsWith(".", sentences[^1], StringComparison.Ordinal);
    });

    [Fact]
    public void Every_finding_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(Documents, "findings.md"));
        var explained = Finding().Matches(page).Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal);
        var known = typeof(FindingIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(known, explained);
    }

    [Fact]
    public void Every_finding_in_the_sources_has_a_name()
    {
        var sources = Directory.GetFiles(Checkout.File("src"), "*.cs", SearchOption.AllDirectories)
            .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        var known = typeof(FindingIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);

        Assert.All(sources, source => Assert.Subset(known, Finding().Matches(File.ReadAllText(source)).Select(static match => match.Value).ToHashSet(StringComparer.Ordinal)));
    }

    // Some pages show properties only.
    private static string AsFile(string code) =>
        $$"""
        using QemuDsl;
        using QemuDsl.Cpus;
        using QemuDsl.Devices;
        using QemuDsl.Machines;
        namespace Page;
        {{(Type().IsMatch(code) ? code : $"[Device(\"page\")] public sealed partial record Page {{ {code} }}")}}
        """;

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(" (record|enum|class) ")]
    private static partial Regex Type();

    [GeneratedRegex("^QDL[0-9]{4} ", RegexOptions.Multiline)]
    private static partial Regex Diagnostic();

    [GeneratedRegex("QDV[0-9]{4}")]
    private static partial Regex Finding();
}
