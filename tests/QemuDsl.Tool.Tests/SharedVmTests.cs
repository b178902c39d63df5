using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>A VM that several programs deal with at once, each told what it needs to know.</summary>
public sealed class SharedVmTests : IAsyncDisposable
{
    private readonly LivingVms _vms = new();

    private string Runtime => $"XDG_RUNTIME_DIR={_vms.Folder.FullPath}";

    [Fact]
    public async Task Down_ends_a_VM_under_somebody_at_its_console_who_is_told()
    {
        await _vms.UpAsync("db", MarkerGuests.BootSector());
        await using var console = ToolProcess.StartProgram("env", Runtime, Built.Tool, "console", "db");
        await console.NotedAsync("Connected.");

        var second = await _vms.RunAsync("console", "db");
        var down = await _vms.RunAsync("down", "--now", "db");

        Assert.True(second.ExitCode == 1, second.ToString());
        Assert.Contains("attached", second.Errors, StringComparison.Ordinal);
        Assert.Equal((0, "db  Killed\n"), (down.ExitCode, down.Output));
        var told = await console.EndAsync();
        Assert.Equal(0, told.ExitCode);
        Assert.Contains("The VM has ended.", told.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VM_that_is_named_twice_ends_once()
    {
        var directory = (await _vms.UpAsync("db", MarkerGuests.BootSector())).GetProperty("runDirectory").GetString()!;

        var down = await _vms.RunAsync("down", "--now", "db", $"{directory}/");

        Assert.True(down.ExitCode == 0, down.ToString());
        Assert.Matches("^db  [A-Z][a-z]+\n$", down.Output);
    }

    [Fact]
    public async Task VM_of_run_is_its_own_and_keeps_no_logs()
    {
        await using var run = ToolProcess.StartProgram(
            "env", ["--default-signal=INT", Runtime, Built.Tool, "run", "--ready-serial", MarkerGuests.Marker, "--", .. Guest.Command(MarkerGuests.BootSector(), _vms.Folder)]);
        await run.NotedAsync("Booted");
        var vm = LivingVms.Json(await _vms.RunAsync("ps", "--json")).EnumerateArray().Single();
        var directory = vm.GetProperty("runDirectory").GetString()!;

        var logs = await _vms.RunAsync("logs", directory);

        Assert.Equal("owned", vm.GetProperty("state").GetString());
        Assert.True(logs.ExitCode == 2, logs.ToString());
        Assert.Contains("keeps no logs: whoever started it has what it says. Start it with 'qemu-dsl up'.", logs.Errors, StringComparison.Ordinal);
        await run.SignalAsync("INT");
        await run.SignalAsync("INT");
        Assert.Equal(130, (await run.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task VM_with_a_serial_port_of_its_own_has_no_console()
    {
        var up = await _vms.RunAsync(
            ["up", "--name", "db", "--lifetime", "10m", "--", .. Guest.Command(MarkerGuests.BootSector(), _vms.Folder), "-serial", "null"]);

        var console = await _vms.RunAsync("console", "db");

        Assert.True(up.ExitCode == 0, up.ToString());
        Assert.True(console.ExitCode == 2, console.ToString());
        Assert.Contains("has no serial console to attach to. Leave -serial and -nographic out of its options.", console.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Table_is_drawn_on_a_terminal()
    {
        await _vms.UpAsync("db", MarkerGuests.BootSector());
        await using var terminal = ToolProcess.StartProgram(
            "env", "TERM=xterm", Runtime, Tools.Require("script"), "-qefc", $"stty cols 200; {Built.Tool} ps", "/dev/null");

        var result = await terminal.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("│ NAME +│ STATE +│", result.Output);
        Assert.Matches("│ db +│ running +│", result.Output);
    }

    public ValueTask DisposeAsync() => _vms.DisposeAsync();
}
