using System.Text.RegularExpressions;
using QemuDsl.Generators.Diagnostics;
using QemuDsl.TestKit;

namespace QemuDsl.Generators.Tests;

/// <summary>Every number that a message can have is explained in the documentation, and nothing else is.</summary>
public sealed partial class PagesTests
{
    private static readonly string Documents = Checkout.File("docs");

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

    [Fact]
    public void Every_finding_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(Documents, "findings.md"));
        var explained = Finding().Matches(page).Select(static match => match.Value).Distinct().Order(StringComparer.Ordinal);
        var known = typeof(FindingIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);

        Assert.Equal(known, explained.Where(static id => string.CompareOrdinal(id, "QDV0100") < 0));
    }

    [GeneratedRegex("QDV[0-9]{4}")]
    private static partial Regex Finding();
}
