namespace QemuDsl.MSBuild.Tests;

/// <summary>
/// Projects with one mistake each. One MSBuild builds them all, for to start it takes longer than what they do; the tasks run in it, without a task host.
/// </summary>
public sealed class BadProjects : IAsyncDisposable
{
    private readonly BuildFolder _folder = new();
    private readonly Dictionary<string, string> _projects = [];
    private BuildResult? _result;

    /// <summary>Adds the projects, each of items and targets, and builds them, unless that was done.</summary>
    internal async Task BuildAsync(IEnumerable<(string Items, string Targets)> projects) => _result ??= await BuildAllAsync(projects);

    /// <summary>Asserts that the error of a project is at this line of it, and returns its text.</summary>
    internal string Error((string Items, string Targets) project, string code, string line)
    {
        var file = _projects[project.Items + project.Targets];
        var said = _result!.Output.Split('\n').Where(one => one.StartsWith($"{file}(", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, one => Assert.StartsWith($"{file}({line}", one, StringComparison.Ordinal));
        Assert.All(said, one => Assert.Contains($": QemuDsl error {code}: ", one, StringComparison.Ordinal));
        return string.Join('\n', said);
    }

    /// <summary>Asserts that each of them had one error, and that none left anything behind.</summary>
    internal void OneEach()
    {
        Assert.Contains($"    {_projects.Count} Error(s)", _result!.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("MSB4018", _result.Output, StringComparison.Ordinal);
        Assert.Empty(_folder.Left());
    }

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    private async Task<BuildResult> BuildAllAsync(IEnumerable<(string Items, string Targets)> projects)
    {
        foreach (var (items, targets) in projects)
        {
            var name = $"{_projects.Count}/vm.proj";
            _folder.Write($"{_projects.Count}/wrong.json", "[]");
            _projects.Add(items + targets, _folder.Bare(items, targets, name));
        }

        return await _folder.MSBuildAsync(
            _folder.Write("all.proj", """<Project><ItemGroup><One Include="*/vm.proj" /></ItemGroup><Target Name="All"><MSBuild Projects="@(One)" Targets="Use" /></Target></Project>"""),
            "All", "-p:QemuTaskFactory=AssemblyTaskFactory");
    }
}
