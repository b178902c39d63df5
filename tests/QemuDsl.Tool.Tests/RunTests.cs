using System.Text.Json;
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

        var result = await ToolProcess.RunAsync("run", "--assembly", Built.HelloVm, "--from-json", json, "--stop");

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
        Assert.Contains("QEMU exited with code 7. Its last words:", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marker_that_never_comes_is_exit_code_1_with_the_console()
    {
        var result = await ToolProcess.RunAsync(
            ["run", "--timeout", "2", "--ready-serial", "login:", "--", .. Qemu(MarkerGuests.Says("no such disk\n"))]);

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("Waited for 'login:' on the serial console, but it did not come within 2 s.", result.Errors, StringComparison.Ordinal);
        Assert.Contains("Last serial lines:\n  no such disk\n", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qemu_that_is_killed_after_the_boot_is_exit_code_1()
    {
        await using var tool = ToolProcess.Start(["run", "--ready-serial", MarkerGuests.Marker, "--", .. Qemu(MarkerGuests.BootSector())]);
        await tool.NotedAsync("Booted");

        await ToolProcess.SignalAsync("KILL", tool.Qemu);

        var result = await tool.EndAsync();
        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("QEMU was ended by signal 9 (SIGKILL). Its last words:", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Qemu_runs_with_the_arguments_that_are_rendered()
    {
        var kernel = MarkerGuests.Pvh().WriteTo(_folder.FullPath);
        var json = _folder.File("hello.json");
        await File.WriteAllTextAsync(json, $$"""{ "kernel": "{{kernel}}", "initrd": "{{kernel}}" }""", TestContext.Current.CancellationToken);
        var rendered = await ToolProcess.RunAsync("render", "--assembly", Built.HelloVm, "--from-json", json, "--json");
        using var document = JsonDocument.Parse(rendered.Output);
        var expected = document.RootElement.GetProperty("arguments").EnumerateArray().Select(static argument => argument.GetString()!);

        await using var tool = ToolProcess.Start("run", "--assembly", Built.HelloVm, "--from-json", json, "--ready-serial", MarkerGuests.Marker);
        await tool.NotedAsync("Booted");
        var running = await File.ReadAllTextAsync($"/proc/{tool.Qemu}/cmdline", TestContext.Current.CancellationToken);
        await tool.SignalAsync("INT");
        await tool.SignalAsync("INT");

        Assert.Contains($"\0{string.Join('\0', expected)}\0", running, StringComparison.Ordinal);
        Assert.Equal(130, (await tool.EndAsync()).ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    private IReadOnlyList<string> Qemu(GuestImage guest) => Guest.Command(guest, _folder);
}
