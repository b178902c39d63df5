using System.Text.Json.Nodes;

namespace QemuDsl.MSBuild.Tests;

/// <summary>Test projects that are restored and built once, in their first run; the other runs take them as they stand.</summary>
public sealed class BuiltTests : IAsyncDisposable
{
    private const string Plan = "bin/Debug/net10.0/qemu-vms.plan.json";

    private readonly Dictionary<Runner, BuildFolder> _folders = [];

    /// <summary>How the first run ended, and what it left behind.</summary>
    private readonly Dictionary<Runner, (BuildResult Result, bool Seen, List<string> Left)> _first = [];

    internal async Task<(BuildResult Result, bool Seen, List<string> Left)> FirstAsync(Runner runner)
    {
        await FolderAsync(runner);
        return _first[runner];
    }

    /// <summary>A project that was built and has run, with nothing left of that.</summary>
    internal async Task<BuildFolder> FolderAsync(Runner runner)
    {
        var built = runner == Runner.Program ? Runner.TestingPlatform : runner;
        if (!_folders.TryGetValue(built, out var folder))
        {
            _folders[built] = folder = new BuildFolder();
            Write(folder, built);
            var result = await folder.RunAsync(Arguments(built));
            _first[built] = (result, File.Exists(folder.File("seen")), folder.Left());
            Copy(folder, Plan, $"{Plan}.first");
        }

        // A test with another item has written another plan.
        Copy(folder, $"{Plan}.first", Plan);

        folder.Environment.Clear();
        folder.Environment["SEEN"] = folder.File("seen");
        File.Delete(folder.File("seen"));
        return folder;
    }

    /// <summary>
    /// Has the next run find another item than was built. Under VSTest a variable of the environment, which is a property of the project, is enough; a test
    /// program has the item in its plan.
    /// </summary>
    internal static void Change(BuildFolder folder, Runner runner, string variable, string value)
    {
        if (runner is Runner.VSTest or Runner.Xunit3OnVSTest)
        {
            folder.Environment[variable] = value;
            return;
        }

        var plan = JsonNode.Parse(File.ReadAllText(folder.File(Plan)))!;
        plan["vms"]![0]![variable switch { "VmProfile" => "profile", "VmReady" => "readyWhen", _ => "timeout" }] = value;
        folder.Write(Plan, plan.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var folder in _folders.Values)
        {
            await folder.DisposeAsync();
        }
    }

    internal static string[] Arguments(Runner runner) => runner switch
    {
        Runner.Program => ["run", "--project", "Lab.Tests.csproj"],
        Runner.TestingPlatform or Runner.MSTest => ["test", "--project", "Lab.Tests.csproj"],
        _ => ["test", "Lab.Tests.csproj", "-nologo"],
    };

    private static void Copy(BuildFolder folder, string from, string to)
    {
        if (File.Exists(folder.File(from)))
        {
            File.Copy(folder.File(from), folder.File(to), overwrite: true);
        }
    }

    private static void Write(BuildFolder folder, Runner runner)
    {
        Action<BuildFolder> write = runner switch
        {
            Runner.VSTest => TestProjects.WriteVSTest,
            Runner.Xunit3OnVSTest => TestProjects.WriteXunit3OnVSTest,
            Runner.MSTest => TestProjects.WriteMSTest,
            _ => TestProjects.WriteTestingPlatform,
        };
        write(folder);
    }
}
