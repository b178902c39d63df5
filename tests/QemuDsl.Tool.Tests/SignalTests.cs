using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>However the tool ends, its VM ends, its run directory goes, and the exit code tells.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_stops_a_VM_that_boots_without_asking_its_guest(string signal)
    {
        await using var tool = ToolProcess.Start(["run", "--ready-serial", "never", "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)]);
        await tool.NotedAsync("Running");

        await tool.SignalAsync(signal);

        var result = await tool.EndAsync();
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains("Stopping   Ctrl-C kills it at once\n", result.Errors, StringComparison.Ordinal);
        Assert.Matches(@"\[ *\d+\.\d{3} s\] Stopped    Quit\nCancelled\.\n$", result.Errors);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_presses_the_power_button_of_a_running_VM(string signal)
    {
        await using var tool = ToolProcess.Start(["run", "--ready-serial", MarkerGuests.Marker, "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)]);
        await tool.NotedAsync("Booted");

        await tool.SignalAsync(signal);

        // This guest does not know the button: the next stage ends it.
        var result = await tool.EndAsync();
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains("Stopping   5 s for the guest to power off, Ctrl-C kills it at once\n", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Stopped    Quit", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_takes_a_VM_along_that_up_has_not_booted_yet(string signal)
    {
        await using var tool = ToolProcess.Start(
            ["up", "--name", "db", "--ready-serial", "never", "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)]);
        await tool.NotedAsync("Running");

        await tool.SignalAsync(signal);

        // Nothing of the VM is left at the end, though it would have outlived the tool once it had booted.
        var result = await tool.EndAsync();
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.EndsWith("Cancelled.\n", result.Errors, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Second_signal_kills()
    {
        await using var tool = ToolProcess.Start(["run", "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)]);
        await tool.NotedAsync("Running");

        await tool.SignalAsync("INT");
        await tool.NotedAsync("Stopping");
        await tool.SignalAsync("INT");

        var result = await tool.EndAsync();
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains("Stopped    Killed", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signal_while_a_booted_VM_is_stopped_kills_it()
    {
        await using var tool = ToolProcess.Start(
            ["run", "--ready-serial", MarkerGuests.Marker, "--stop", "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)]);
        await tool.NotedAsync("Stopping");

        await tool.SignalAsync("INT");

        var result = await tool.EndAsync();
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains("Stopped    Killed", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signal_ends_a_profile_that_never_ends()
    {
        var reached = _folder.File("reached");
        var json = _folder.File("stuck.json");
        await File.WriteAllTextAsync(json, $$"""{ "reached": "{{reached}}" }""", TestContext.Current.CancellationToken);
        await using var tool = ToolProcess.Start("run", "--assembly", Built.Tests, "--profile", "Stuck", "--from-json", json);
        await tool.UntilAsync(() => File.Exists(reached), "the profile's code runs");

        await tool.SignalAsync("INT");

        var result = await tool.EndAsync(alsoGone: json);
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Equal("Cancelled.\n", result.Errors);
    }

    [Fact]
    public async Task Reader_that_does_not_read_keeps_nothing_alive()
    {
        var pipe = _folder.File("pipe");
        string[] command = ["run", "--", .. Guest.Command(MarkerGuests.Flood(), _folder)];

        // Open for reading too, so that it fills and nobody is gone.
        await using var tool = ToolProcess.StartProgram(
            "env", ["--default-signal=INT", "sh", "-c", "mkfifo \"$0\" && exec \"$@\" <>\"$0\" >&0", pipe, Built.Tool, .. command]);
        await tool.NotedAsync("Running");

        await tool.SignalAsync("INT");

        Assert.Equal(130, (await tool.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task Kill_9_of_the_tool_takes_the_VM_along()
    {
        await using var tool = ToolProcess.Start(["run", "--ready-serial", MarkerGuests.Marker, "--", .. Guest.Command(MarkerGuests.BootSector(), _folder)]);
        await tool.NotedAsync("Booted");

        await tool.SignalAsync("KILL");
        await tool.ExitedAsync();

        // Disposing waits until nothing of the VM is left.
    }

    public void Dispose() => _folder.Dispose();
}
