using System.Reflection;
using System.Text.RegularExpressions;

namespace QemuDsl.MSBuild.Tests;

/// <summary>Codes, tasks and parameters are documented, and nothing else is.</summary>
public sealed partial class CodeTests
{
    private static string[] Codes => [.. typeof(TaskCode).GetFields().Select(static code => (string)code.GetRawConstantValue()!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_code_has_a_page_and_every_page_a_code()
    {
        var pages = Directory.GetFiles(Checkout.File("docs", "diagnostics"), "QDT*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(Codes, pages);
        Assert.Equal(Codes.Distinct(), Codes);
    }

    [Fact]
    public void Every_task_and_each_of_its_parameters_is_on_the_page()
    {
        var page = File.ReadAllText(Checkout.File("docs", "msbuild.md"));
        foreach (var task in typeof(StartVm).Assembly.GetExportedTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(QemuTask))))
        {
            var section = page.Split($"### {task.Name}\n", 2);
            Assert.True(section.Length == 2, $"docs/msbuild.md has no section '### {task.Name}'.");
            var text = section[1].Split("\n### ")[0].Split("\n## ")[0];
            foreach (var property in Parameters(task))
            {
                Assert.True(text.Contains($"| `{property}` |", StringComparison.Ordinal), $"docs/msbuild.md does not tell of {task.Name}.{property}.");
            }

            Assert.All(Rows().Matches(text).Select(static match => match.Groups[1].Value), name => Assert.Contains(name, Parameters(task)));
        }
    }

    private static IEnumerable<string> Parameters(Type task) =>
        task.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.DeclaringType!.Assembly == typeof(StartVm).Assembly)
            .Select(static property => property.Name);

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
