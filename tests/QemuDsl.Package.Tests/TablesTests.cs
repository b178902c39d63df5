using System.Text.RegularExpressions;
using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>Pages whose tables name tests name such that there are.</summary>
public sealed partial class TablesTests
{
    private static readonly Lazy<string> Tests = new(static () => Read("tests"));

    [Theory]
    [InlineData("docs/parity.md", 3)]
    [InlineData("docs/faults.md", 2)]
    public void Tests_that_a_page_names_are_there(string page, int column)
    {
        foreach (var name in Names(page, column))
        {
            Assert.True(Regex.IsMatch(Tests.Value, $@"\b(Task|void|class) {name}\b"), $"{page} names the test '{name}', and there is none.");
        }
    }

    internal static IEnumerable<string> Names(string page, int column) =>
        Rows(page).SelectMany(row => Code().Matches(row[column]).Select(static match => match.Groups[1].Value));

    internal static IEnumerable<string[]> Rows(string page) =>
        from line in File.ReadLines(Checkout.File(page))
        where line.StartsWith("| ", StringComparison.Ordinal)
        let cells = line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray()
        where cells[0] is not ("#" or "What happens")
        select cells;

    private static string Read(string folder) => string.Join(
        '\n',
        from file in Directory.EnumerateFiles(Checkout.File(folder), "*.cs", SearchOption.AllDirectories)
        where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        select File.ReadAllText(file));

    [GeneratedRegex("`([A-Za-z_0-9.]+)`")]
    private static partial Regex Code();
}
