using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

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

    [Fact]
    public void Every_property_target_and_item_is_on_the_page_and_nothing_else_is()
    {
        var page = File.ReadAllText(Checkout.File("docs", "msbuild.md"));
        var files = Directory.GetFiles(Checkout.File("src", "QemuDsl.MSBuild"), "QemuDsl.MSBuild.*", SearchOption.AllDirectories)
            .Where(static file => file.Contains("/QemuDsl.MSBuild/build", StringComparison.Ordinal));
        var known = files.SelectMany(static file => Names().Matches(File.ReadAllText(file)).Select(static match => match.Value)).ToHashSet();

        // Types of C# are no names of MSBuild.
        var told = Names().Matches(CSharp().Replace(page, "")).Select(static match => match.Value).ToHashSet();

        Assert.Equal(known.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    // A build node lives on: a static would outlive its build.
    [Fact]
    public void Tasks_have_no_static_state() => Assert.Empty(StaticState.Of(typeof(StartVm).Assembly.GetTypes()));

    [Fact]
    public void Every_task_takes_the_factory_that_is_set_but_the_one_that_must_run_in_the_build_itself()
    {
        var tasks = XDocument.Load($"{BuildFolder.Package}/build/QemuDsl.MSBuild.targets").Descendants("UsingTask")
            .ToDictionary(static task => task.Attribute("TaskName")!.Value, static task => task.Attribute("TaskFactory")?.Value);

        Assert.True(tasks.Remove(typeof(HoldVms).FullName!, out var own) && own is null);
        Assert.All(tasks, static task => Assert.Equal("$(QemuTaskFactory)", task.Value));
        Assert.Equal(
            typeof(StartVm).Assembly.GetExportedTypes().Where(static type => !type.IsAbstract && type.IsSubclassOf(typeof(QemuTask)) && type != typeof(HoldVms))
                .Select(static type => type.FullName!).Order(StringComparer.Ordinal),
            tasks.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_metadata_of_an_item_is_on_the_page_and_nothing_else_is()
    {
        var page = File.ReadAllText(Checkout.File("docs", "msbuild.md"));
        var table = page.Split("| Metadata of `QemuVm` |", 2)[1].Split("\n\n")[0];

        Assert.Equal(VmItems.Known.Order(StringComparer.Ordinal), Rows().Matches(table).Select(static match => match.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Parameters(Type task) =>
        task.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(static property => property.DeclaringType!.Assembly == typeof(StartVm).Assembly)
            .Select(static property => property.Name);

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    // QemuDsl is the package, and what begins with an underscore is the targets' own.
    [GeneratedRegex("```csharp.*?```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"(?<![\w.])Qemu(?!Dsl|Version)[A-Z]\w+")]
    private static partial Regex Names();
}
