using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary><c>qemu-dsl run</c> boots, shows what the guest says, and stops.</summary>
public sealed class RunTests : IDisposable
{
    private const string Escape = "\u001b";

    private readonly TempDirectory _folder = new();

    [Fact]
    public async Task Kernel_boots_to_its_marker_and_is_stopped()
    {
        var linux = TinyLinux.Require();

        var result = await ToolProcess.RunAsync(
            "run", "--kernel", linux.Kernel, "--initrd", linux.Initrd, "--append", TinyLinux.Append, "-m", "256M", "--ready-serial", TinyLinux.ReadyLine, "--stop");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains(TinyLinux.ReadyLine, result.Output, StringComparison.Ordinal);
        Assert.Matches(@"\[ *\d+\.\d{3} s\] Paused     pid \d+\n", result.Errors);
        Assert.Matches(@"\[ *\d+\.\d{3} s\] Booted\n", result.Errors);
        Assert.DoesNotContain(Escape, result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Profile_boots_with_the_marker_it_brings()
    {
        var linux = TinyLinux.Require();
        var json = _folder.File("hello.json");
        await File.WriteAllTextAsync(json, $$"""{ "kernel": "{{linux.Kernel}}", "initrd": "{{linux.Initrd}}" }""", TestContext.Current.CancellationToken);

        var result = await ToolProcess.RunAsync("run", "--assembly", Built.HelloVm, "--json", json, "--stop");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains(TinyLinux.ReadyLine, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_command_line_is_supervised_like_any_other()
    {
        var result = await ToolProcess.RunAsync(["run", "--ready-serial", MarkerGuests.Marker, "--stop", "--", .. Qemu(MarkerGuests.BootSector())]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains(MarkerGuests.Marker, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guest_that_powers_off_ends_the_run()
    {
        var result = await ToolProcess.RunAsync(["run", "--", .. Qemu(MarkerGuests.PowerOff())]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains(MarkerGuests.Marker, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qemu_that_ends_in_failure_is_exit_code_1()
    {
        var result = await ToolProcess.RunAsync(
            ["run", "--", .. Qemu(MarkerGuests.DebugExit(3)), "-device", "isa-debug-exit,iobase=0x501,iosize=0x01"]);

        Assert.True(result.ExitCode == 1, result.ToString());
    }

    [Fact]
    public async Task Marker_that_never_comes_is_exit_code_1_with_the_console()
    {
        var result = await ToolProcess.RunAsync(
            ["run", "--timeout", "2", "--ready-serial", "login:", "--", .. Qemu(MarkerGuests.Says("no such disk\n"))]);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("login:", result.Errors, StringComparison.Ordinal);
        Assert.Contains("no such disk", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Signal_stops_a_running_VM(string signal)
    {
        await using var tool = ToolProcess.Start(["run", "--ready-serial", MarkerGuests.Marker, "--", .. Qemu(MarkerGuests.BootSector())]);
        await tool.NotedAsync("Booted");

        await tool.SignalAsync(signal);

        var result = await tool.EndAsync();
        Assert.True(result.ExitCode == 130, result.ToString());
        Assert.Contains("Cancelled; the VM was stopped.", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signal_stops_a_VM_that_boots()
    {
        await using var tool = ToolProcess.Start(["run", "--ready-serial", "never", "--", .. Qemu(MarkerGuests.BootSector())]);
        await tool.NotedAsync("Running");

        await tool.SignalAsync("INT");

        Assert.Equal(130, (await tool.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task Kill_9_of_the_tool_takes_the_VM_along()
    {
        await using var tool = ToolProcess.Start(["run", "--ready-serial", MarkerGuests.Marker, "--", .. Qemu(MarkerGuests.BootSector())]);
        await tool.NotedAsync("Booted");

        await tool.SignalAsync("KILL");

        // Disposing waits until nothing of the VM is left.
    }

    [Fact]
    public async Task Reader_that_goes_away_is_no_crash()
    {
        string[] command = ["run", "--ready-serial", MarkerGuests.Marker, "--stop", "--", .. Qemu(MarkerGuests.BootSector())];
        await using var tool = ToolProcess.StartProgram("sh", ["-c", "\"$@\" | head -c 1", "sh", Built.Tool, .. command]);

        var result = await tool.EndAsync();

        Assert.DoesNotContain("Unhandled exception", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Booted", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_progress_lives_and_Ctrl_C_stops_the_VM()
    {
        var script = Tools.Require("script");
        string[] command = [Built.Tool, "run", "--ready-serial", "never", "--", .. Qemu(MarkerGuests.BootSector())];
        await using var tool = ToolProcess.StartProgram("env", "--default-signal=INT", "TERM=xterm", script, "-qefc", string.Join(' ', command), "/dev/null");
        await tool.SaidAsync($"{Escape}[2K");
        await tool.SaidAsync("s  Running");

        await tool.TypeAsync("\u0003");

        var result = await tool.EndAsync();
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Cancelled; the VM was stopped.", result.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private IEnumerable<string> Qemu(GuestImage guest) =>
    [
        Tools.Qemu("x86_64"), "-machine", "pc", "-accel", "tcg", "-nodefaults", "-no-user-config", "-display", "none",
        .. guest.BootArguments(guest.WriteTo(_folder.FullPath)),
    ];
}
