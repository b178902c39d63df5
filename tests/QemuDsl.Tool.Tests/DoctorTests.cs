namespace QemuDsl.Tool.Tests;

/// <summary><c>doctor</c> on this machine. KVM is not tried here: where it is broken, a guest under it hangs.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task Host_that_runs_these_tests_is_found_well()
    {
        var result = await ToolProcess.RunAsync("doctor", "--no-kvm");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Matches(@"(?m)^ok       qemu           QEMU \d+\.\d+\.\d+ in /", result.Output);
        Assert.Matches("(?m)^ok       setpriv        /", result.Output);
        Assert.Matches(@"(?m)^ok       disk space     \d+ MiB free in /", result.Output);
        Assert.Matches("(?m)^(ok     |warning)  huge pages     ", result.Output);
        Assert.Matches("(?m)^(ok     |warning)  rights         ", result.Output);
    }

    [Fact]
    public async Task Missing_QEMU_is_exit_code_1_with_the_command_that_brings_it()
    {
        var result = await ToolProcess.RunAsync("doctor", "--no-kvm", "--program", "qemu-system-nope", "--as-json");

        Assert.True(result.ExitCode == 1, result.ToString());
        using var document = System.Text.Json.JsonDocument.Parse(result.Output);
        var qemu = document.RootElement.EnumerateArray().Single(static finding => finding.GetProperty("check").GetString() == "qemu");
        Assert.Equal("missing", qemu.GetProperty("state").GetString());
        Assert.Equal("apt-get install qemu-system", qemu.GetProperty("fix").GetString());
    }

    [Fact]
    public async Task Program_that_is_no_QEMU_is_told()
    {
        var result = await ToolProcess.RunAsync("doctor", "--program", "true");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("missing  qemu ", result.Output, StringComparison.Ordinal);
        Assert.Contains("fix: true --version", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_that_is_not_reached_is_exit_code_1_with_the_command_that_tells_why()
    {
        var result = await ToolProcess.RunAsync("doctor", "--host", "ssh://nobody@127.0.0.1:1");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.StartsWith("missing  host ", result.Output, StringComparison.Ordinal);
        Assert.Contains("fix: ssh -v -p 1 nobody@127.0.0.1 true", result.Output, StringComparison.Ordinal);
    }
}
