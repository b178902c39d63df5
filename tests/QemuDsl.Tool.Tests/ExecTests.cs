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
        var json = LivingVms.Json(await _vms.RunAsync("exec", "tiny", "--as-json", "--", "echo", "a  b"));
        var killed = await _vms.RunAsync("exec", "tiny", "--collect", "--", "sh", "-c", "kill -9 $$");
        var unknown = await _vms.RunAsync("exec", "tiny", "--collect", "--", "no-such-program");
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
