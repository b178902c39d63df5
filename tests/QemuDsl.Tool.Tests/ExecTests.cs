using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary><c>exec</c> in a Linux with a guest agent.</summary>
public sealed class ExecTests : IAsyncDisposable
{
    private readonly LivingVms _vms = new();

    [Fact]
    public async Task Program_runs_with_its_output_and_its_exit_code()
    {
        var linux = TinyLinux.Require();
        var up = await _vms.RunAsync(
            "up", "--name", "tiny", "--lifetime", "10m", "--kernel", linux.Kernel, "--initrd", linux.Initrd, "--append", TinyLinux.Append, "-m", "256M",
            "--ready", "agent");
        Assert.True(up.ExitCode == 0, up.ToString());

        var streamed = await _vms.RunAsync("exec", "tiny", "--", "sh", "-c", "cat; echo said; echo complained >&2; exit 7");
        var collected = await _vms.RunAsync("exec", "tiny", "--collect", "--", "sh", "-c", "echo said; echo complained >&2; exit 7");
        var json = LivingVms.Json(await _vms.RunAsync("exec", "tiny", "--json", "--", "echo", "a  b"));
        var killed = await _vms.RunAsync("exec", "tiny", "--collect", "--", "sh", "-c", "kill -9 $$");
        var unknown = await _vms.RunAsync("exec", "tiny", "--collect", "--", "no-such-program");
        await CancelledAsync();
        var down = await _vms.RunAsync("down", "--now", "tiny");

        Assert.Equal((7, "said\ncomplained\n", ""), (streamed.ExitCode, streamed.Output, streamed.Errors));
        Assert.Equal((7, "said\n", "complained\n"), (collected.ExitCode, collected.Output, collected.Errors));
        Assert.Equal("a  b\n", json.GetProperty("output").GetString());
        Assert.True(killed.ExitCode == 137, killed.ToString());
        Assert.True(unknown.ExitCode == 125, unknown.ToString());
        Assert.Contains("no-such-program", unknown.Errors, StringComparison.Ordinal);

        // This guest heeds its power button, which was not pressed.
        Assert.Equal(0, down.ExitCode);
        Assert.DoesNotContain("Powerdown", down.Output, StringComparison.Ordinal);
    }

    // The guest's agent cannot end a program, and the VM is somebody else's: both go on.
    private async Task CancelledAsync()
    {
        await using var exec = ToolProcess.StartProgram(
            "env", "--default-signal=INT", $"XDG_RUNTIME_DIR={_vms.Folder.FullPath}", Built.Tool, "exec", "tiny", "--", "sh", "-c", "echo there; sleep 1000");
        await exec.SaidAsync("there");
        await exec.SignalAsync("INT");
        var cancelled = await exec.EndAsync();
        Assert.Equal((130, "there\n", "Cancelled.\n"), (cancelled.ExitCode, cancelled.Output, cancelled.Errors));
        Assert.Equal("again\n", (await _vms.RunAsync("exec", "tiny", "--", "echo", "again")).Output);
    }

    [Fact]
    public async Task VM_without_an_agent_is_told_apart_from_a_program_that_fails()
    {
        await _vms.UpAsync("db", MarkerGuests.BootSector());

        var result = await _vms.RunAsync("exec", "db", "--", "true");

        Assert.True(result.ExitCode == 125, result.ToString());
        Assert.Contains("Start it with 'qemu-dsl up --agent'", result.Errors, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _vms.DisposeAsync();
}
