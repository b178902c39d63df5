namespace QemuDsl.MSBuild.Tests;

/// <summary>Builds that end before their VMs are ready.</summary>
public sealed class CancellationTests
{
    [Theory]
    [InlineData("INT")]
    [InlineData("KILL")]
    public async Task VM_of_a_build_that_is_cancelled_or_killed_while_it_boots_is_gone(string signal)
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder).Replace("serial:QDSL-READY", "serial:never", StringComparison.Ordinal));
        using var build = folder.Start("msbuild", project, "-t:QemuStart", "-nologo", "-tl:off");
        await build.SaidAsync("db: Running");
        Assert.NotEmpty(folder.Left());

        await build.SignalAsync(signal);

        await folder.NothingIsLeftAsync();
        Assert.False(File.Exists(folder.File("obj/qemu-vms/db.json")));
    }

    [Fact]
    public async Task VM_that_is_left_to_itself_ends_with_its_lifetime()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder).Replace("5m", "4s", StringComparison.Ordinal));

        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();

        await folder.NothingIsLeftAsync();
        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();
    }

    [Fact]
    public async Task What_a_killed_supervisor_left_is_swept_by_the_next_build()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(Guests.Arguments(folder));
        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();
        var record = await folder.RecordAsync("obj/qemu-vms/db.json");
        var owner = (await File.ReadAllTextAsync(Path.Combine(record.RunDirectory, "owner"), TestContext.Current.CancellationToken)).Split(' ')[0];
        await ChildProcess.RunAsync("/bin/sh", ["-c", "kill -KILL \"$1\"", "sh", owner], TestContext.Current.CancellationToken);
        await BuildFolder.UntilAsync(() => !Directory.Exists($"/proc/{record.Pid}"), () => "QEMU is gone");

        var result = (await folder.MSBuildAsync(project, "QemuStart", "-v:n")).Succeeded();

        Assert.Contains($"Removed what was left of '{record.Name}' in {record.RunDirectory}.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_a_hundred_times_before_and_after_is_the_same_as_once()
    {
        var task = new StopVm { RecordDirectory = "/no/such", BuildEngine = new SilentEngine() };
        for (var times = 0; times < 100; times++)
        {
            task.Cancel();
        }

        Assert.True(task.Execute());
        task.Cancel();
    }
}
