using System.Diagnostics;
using System.Runtime.InteropServices;

namespace QemuDsl.MSBuild.Tests;

/// <summary>VMs that live around the tests of a project, under both ways to run tests.</summary>
public sealed class TestLifetimeTests(BuiltTests tests) : IClassFixture<BuiltTests>
{
    // Of a run that would go on for five minutes.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData(Runner.TestingPlatform)]
    [InlineData(Runner.MSTest)]
    [InlineData(Runner.VSTest)]
    [InlineData(Runner.Xunit3OnVSTest)]
    public async Task VM_runs_during_the_tests_and_is_gone_afterwards(Runner runner)
    {
        var (result, seen, left) = await tests.FirstAsync(runner);

        result.Succeeded();
        Assert.True(seen, result.ToString());
        Assert.Empty(left);
    }

    [Theory]
    [InlineData(Runner.TestingPlatform)]
    [InlineData(Runner.VSTest)]
    public async Task VM_is_gone_after_tests_that_failed(Runner runner)
    {
        var folder = await tests.FolderAsync(runner);
        folder.Environment["FAIL"] = "1";

        var result = await AgainAsync(folder, runner);

        Assert.True(result.ExitCode != 0 && File.Exists(folder.File("seen")), result.ToString());
        Assert.Empty(folder.Left());
    }

    [Theory]
    [InlineData(Runner.TestingPlatform)]
    [InlineData(Runner.MSTest)]
    [InlineData(Runner.VSTest)]
    public async Task Listing_tests_starts_no_VM(Runner runner)
    {
        var folder = await tests.FolderAsync(runner);
        BuiltTests.Change(folder, runner, "VmProfile", "Nobody");

        var result = await AgainAsync(folder, runner, "--list-tests");

        Assert.Contains("Vm_runs", result.Succeeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Runner.TestingPlatform)]
    [InlineData(Runner.VSTest)]
    public async Task VM_that_cannot_be_started_fails_the_run_before_any_test(Runner runner)
    {
        var folder = await tests.FolderAsync(runner);
        BuiltTests.Change(folder, runner, "VmProfile", "Nobody");

        var result = await AgainAsync(folder, runner);

        Assert.True(result.ExitCode != 0, result.ToString());
        Assert.Contains("holds no profile 'Nobody'. It has: ", ErrorAtItem(folder, result, "QDT0001", "VM 'db', Profile: "), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("seen")));
        Assert.Empty(folder.Left());
    }

    [Theory]
    [InlineData(Runner.TestingPlatform)]
    [InlineData(Runner.VSTest)]
    public async Task Guest_that_does_not_become_ready_fails_the_run_with_its_last_words(Runner runner)
    {
        var folder = await tests.FolderAsync(runner);
        BuiltTests.Change(folder, runner, "VmReady", "serial:never");
        BuiltTests.Change(folder, runner, "VmTimeout", "2s");

        var result = await AgainAsync(folder, runner);

        Assert.Contains("'never'", ErrorAtItem(folder, result, "QDT0007", "VM 'db': "), StringComparison.Ordinal);
        Assert.Contains(MarkerGuests.Marker, result.Output, StringComparison.Ordinal);
        Assert.Empty(folder.Left());
    }

    [Theory]
    [InlineData(Runner.TestingPlatform, "INT")]
    [InlineData(Runner.TestingPlatform, "KILL")]
    [InlineData(Runner.VSTest, "INT")]
    [InlineData(Runner.VSTest, "KILL")]
    public async Task VM_is_gone_when_the_run_is_cancelled_or_killed(Runner runner, string signal)
    {
        var folder = await tests.FolderAsync(runner);
        folder.Environment["STAY"] = "/no/such/file";
        using var run = folder.Start([.. BuiltTests.Arguments(runner), "--no-build"]);
        await BuildFolder.UntilAsync(() => File.Exists(folder.File("seen")), () => run.Output);

        // Ctrl-C reaches all of a terminal's group, and so does whoever kills a job of CI.
        var began = Stopwatch.GetTimestamp();
        await run.SignalGroupAsync(signal);

        Assert.NotEqual(0, (await run.EndAsync()).ExitCode);
        Assert.True(Stopwatch.GetElapsedTime(began) < Soon, run.Output);
        await folder.NothingIsLeftAsync();
    }

    [Fact]
    public async Task VM_that_VSTest_waits_for_is_gone_when_the_build_is_cancelled()
    {
        var folder = await tests.FolderAsync(Runner.VSTest);
        folder.Environment["VmReady"] = "serial:never";
        using var run = folder.Start([.. BuiltTests.Arguments(Runner.VSTest), "--no-build", "-v:n"]);
        await run.SaidAsync("db: Running");

        await run.SignalAsync("INT");

        Assert.NotEqual(0, (await run.EndAsync()).ExitCode);
        await folder.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Program_that_is_run_without_a_runner_has_its_VMs_and_a_second_run_waits_for_them()
    {
        var folder = await tests.FolderAsync(Runner.Program);
        folder.Environment["STAY"] = folder.File("go");
        using var first = folder.Start([.. BuiltTests.Arguments(Runner.Program), "--no-build"]);
        await BuildFolder.UntilAsync(() => File.Exists(folder.File("seen")), () => first.Output);
        var beside = await folder.RecordAsync("bin/Debug/net10.0/qemu-vms/db.json");
        Assert.Equal(beside.Pid, (await folder.RecordAsync("obj/Debug/net10.0/qemu-vms/db.json")).Pid);

        folder.Environment["SEEN"] = folder.File("second");
        using var second = folder.Start([.. BuiltTests.Arguments(Runner.Program), "--no-build"]);
        await second.SaidAsync("another run of these tests has their VMs");
        Assert.True(Directory.Exists($"/proc/{beside.Pid}"));
        folder.Write("go", "");

        (await first.EndAsync()).Succeeded();
        (await second.EndAsync()).Succeeded();
        Assert.NotEqual(await PidAsync(folder, "seen"), await PidAsync(folder, "second"));
        Assert.Empty(folder.Left());
    }

    [Fact]
    public async Task Tests_whose_VMs_nobody_can_hold_do_not_run_and_tell_what_is_missing()
    {
        // The runtime these tests run on: ROOT/shared/Microsoft.NETCore.App/VERSION.
        var root = Path.GetFullPath("../../..", RuntimeEnvironment.GetRuntimeDirectory());
        var folder = await tests.FolderAsync(Runner.Program);

        var result = await folder.RunProgramAsync(
            "env", "-u", "DOTNET_HOST_PATH", "PATH=/nowhere", $"DOTNET_ROOT={root}", folder.File("bin/Debug/net10.0/Lab.Tests"));

        Assert.True(result.ExitCode != 0 && !File.Exists(folder.File("seen")), result.ToString());
        Assert.Matches("QemuDsl error QDT0006: The program that holds the VMs needs 'dotnet', and it could not be started: .*Install the .NET runtime, and have it on PATH.", result.Output);
        Assert.DoesNotContain("   at ", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VM_runs_during_the_tests_under_the_terminal_logger()
    {
        var folder = await tests.FolderAsync(Runner.VSTest);

        var result = await folder.RunInTerminalAsync([.. BuiltTests.Arguments(Runner.VSTest), "--no-build", "-tl:on"]);

        Assert.True(File.Exists(folder.File("seen")), result.ToString());
        result.Succeeded();
        Assert.Empty(folder.Left());
    }

    private static Task<BuildResult> AgainAsync(BuildFolder folder, Runner runner, params string[] more) =>
        folder.RunAsync([.. BuiltTests.Arguments(runner), "--no-build", .. more]);

    private static Task<string> PidAsync(BuildFolder folder, string file) => File.ReadAllTextAsync(folder.File(file), TestContext.Current.CancellationToken);

    private static string ErrorAtItem(BuildFolder folder, BuildResult result, string code, string about)
    {
        var project = folder.File("Lab.Tests.csproj");
        var line = Array.FindIndex(File.ReadAllLines(project), static line => line.Contains("<QemuVm ", StringComparison.Ordinal)) + 1;
        Assert.Matches($@"{project}\({line},\d+\): QemuDsl error {code}: {about}", result.Output);
        return result.Output;
    }
}
