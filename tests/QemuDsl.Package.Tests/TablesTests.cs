using System.Text.RegularExpressions;
using System.Xml.Linq;
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
            Assert.True(IsIn(Tests.Value, name), $"{page} names the test '{name}', and there is none.");
        }
    }

    // A row that is marked may name some tests that run there too: what it says of the others is what the mark is for.
    [Fact]
    public void Fault_that_is_not_marked_as_here_has_tests_that_run_over_SSH()
    {
        var remote = RemoteTests();
        foreach (var row in Rows("docs/faults.md"))
        {
            var here = NamesIn(row[2]).Where(name => !IsIn(remote, name)).ToList();
            var isMarked = row[0].Contains("(here)", StringComparison.Ordinal);

            Assert.True(isMarked || here.Count == 0, $"docs/faults.md, '{row[0]}': {string.Join(", ", here)} runs on this machine only. Mark the row with (here).");
            Assert.True(!isMarked || here.Count > 0, $"docs/faults.md, '{row[0]}' is marked with (here), and all of its tests run over SSH too.");
        }
    }

    private static bool IsIn(string tests, string name) => Regex.IsMatch(tests, $@"\b(Task|void|class) {name}\b");

    // Those of the project of SSH, and those it takes over by a link.
    private static string RemoteTests()
    {
        var folder = Checkout.File("tests/QemuDsl.Ssh.Tests");
        var linked =
            from item in XDocument.Load($"{folder}/QemuDsl.Ssh.Tests.csproj").Descendants("Compile")
            let left = Files(folder, item.Attribute("Exclude")?.Value ?? "").ToHashSet()
            from file in Files(folder, item.Attribute("Include")!.Value)
            where !left.Contains(file)
            select File.ReadAllText(file);
        return string.Join('\n', linked.Append(Read("tests/QemuDsl.Ssh.Tests")));
    }

    private static IEnumerable<string> Files(string folder, string patterns) =>
        from pattern in patterns.Split(';', StringSplitOptions.RemoveEmptyEntries)
        from file in Directory.EnumerateFiles(Path.Combine(folder, Path.GetDirectoryName(pattern)!), Path.GetFileName(pattern))
        select Path.GetFullPath(file);

    internal static IEnumerable<string> Names(string page, int column) =>
        Rows(page).SelectMany(row => NamesIn(row[column]));

    internal static IEnumerable<string> NamesIn(string cell) => Code().Matches(cell).Select(static match => match.Groups[1].Value);

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
