namespace QemuDsl.MSBuild.Tests;

/// <summary>VMs that live around the tests of a project, under both ways to run tests.</summary>
public sealed class TestLifetimeTests
{
    public enum Runner
    {
        TestingPlatform,
        MSTest,
        VSTest,
    }

    [Theory]
    [InlineData(Runner.TestingPlatform)]
    [InlineData(Runner.MSTest)]
    [InlineData(Runner.VSTest)]
    public async Task VM_runs_during_the_tests_and_is_gone_afterwards(Runner runner)
    {
        await using var folder = Project(runner);

        (await TestAsync(folder, runner)).Succeeded();

        Assert.True(File.Exists(folder.File("seen")));
        Assert.Empty(folder.Left());
    }

    [Theory]
    [InlineData(Runner.TestingPlatform)]
    [InlineData(Runner.VSTest)]
    public async Task VM_is_gone_after_tests_that_failed(Runner runner)
    {
        await using var folder = Project(runner);
        folder.Environment["FAIL"] = "1";

        var result = await TestAsync(folder, runner);

        Assert.True(result.ExitCode != 0 && File.Exists(folder.File("seen")), result.ToString());
        Assert.Empty(folder.Left());
    }

    [Theory]
    [InlineData(Runner.TestingPlatform)]
    [InlineData(Runner.MSTest)]
    [InlineData(Runner.VSTest)]
    public async Task Listing_tests_starts_no_VM(Runner runner)
    {
        await using var folder = Project(runner, $"    <QemuVm Include=\"db\" Profile=\"Nobody\" ProfileAssembly=\"{typeof(Booted).Assembly.Location}\" />");

        var result = await TestAsync(folder, runner, "--list-tests");

        Assert.Contains("Vm_runs", result.Succeeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Runner.TestingPlatform)]
    [InlineData(Runner.VSTest)]
    public async Task VM_that_cannot_be_started_fails_the_run_before_any_test(Runner runner)
    {
        await using var folder = Project(runner, $"    <QemuVm Include=\"db\" Profile=\"Nobody\" ProfileAssembly=\"{typeof(Booted).Assembly.Location}\" />");

        var result = await TestAsync(folder, runner);

        Assert.True(result.ExitCode != 0, result.ToString());
        Assert.Contains("holds no profile 'Nobody'. It has: ", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("seen")));
        Assert.Empty(folder.Left());
    }

    [Theory]
    [InlineData(Runner.TestingPlatform, "INT")]
    [InlineData(Runner.TestingPlatform, "KILL")]
    [InlineData(Runner.VSTest, "INT")]
    [InlineData(Runner.VSTest, "KILL")]
    public async Task VM_is_gone_when_the_run_is_cancelled_or_killed(Runner runner, string signal)
    {
        await using var folder = Project(runner);
        folder.Environment["STAY"] = "1";
        using var run = folder.Start(Arguments(runner));
        await BuildFolder.UntilAsync(() => File.Exists(folder.File("seen")), () => run.Output);

        // Ctrl-C reaches all of a terminal's group, and so does whoever kills a job of CI.
        await run.SignalGroupAsync(signal);

        await folder.NothingIsLeftAsync();
    }

    private static BuildFolder Project(Runner runner, string? items = null)
    {
        var folder = new BuildFolder();
        Action<BuildFolder, string?> write = runner switch
        {
            Runner.VSTest => TestProjects.WriteVSTest,
            Runner.MSTest => TestProjects.WriteMSTest,
            _ => TestProjects.WriteTestingPlatform,
        };
        write(folder, items);
        return folder;
    }

    private static Task<BuildResult> TestAsync(BuildFolder folder, Runner runner, params string[] more) => folder.RunAsync([.. Arguments(runner), .. more]);

    private static string[] Arguments(Runner runner) => runner == Runner.VSTest ? ["test", "Lab.Tests.csproj", "-nologo"] : ["test", "--project", "Lab.Tests.csproj"];
}
