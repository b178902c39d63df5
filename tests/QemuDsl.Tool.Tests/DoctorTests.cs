using System.Text.Json;
using QemuDsl.TestKit;
using QemuDsl.Tool.Doctor;

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
        var result = await ToolProcess.RunAsync("doctor", "--no-kvm", "--program", "qemu-system-nope", "--json");

        Assert.True(result.ExitCode == 1, result.ToString());
        using var document = System.Text.Json.JsonDocument.Parse(result.Output);
        var qemu = document.RootElement.EnumerateArray().Single(static finding => finding.GetProperty("check").GetString() == "qemu");
        Assert.Equal("missing", qemu.GetProperty("state").GetString());
        Assert.Equal("apt-get install qemu-system", qemu.GetProperty("fix").GetString());
    }

    [Fact]
    public async Task Program_that_is_no_QEMU_is_told()
    {
        var result = await ToolProcess.RunAsync("doctor", "--no-kvm", "--program", "true");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Contains("missing  qemu ", result.Output, StringComparison.Ordinal);
        Assert.Contains("fix: apt-get install qemu-system\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("setpriv", "missing", "apt-get install util-linux", 1)]
    [InlineData("taskset", "warning", "apt-get install util-linux", 0)]
    [InlineData("qemu-img", "warning", "apt-get install qemu-utils", 0)]
    [InlineData("qemu-system-x86_64", "missing", "apt-get install qemu-system-x86", 1)]
    public async Task Program_that_is_not_there_is_told_with_what_brings_it(string program, string state, string fix, int exitCode)
    {
        using var path = new TempDirectory();
        string[] others = ["sh", "cat", "df", "uname", "id", "stat", "timeout", "mkdir", "setsid", "setpriv", "taskset", "chrt", "qemu-img", "qemu-system-x86_64"];
        foreach (var other in others.Where(other => other != program && Tools.Find(other) is not null))
        {
            File.CreateSymbolicLink(path.File(other), Tools.Find(other)!);
        }

        await using var tool = ToolProcess.StartProgram("env", $"PATH={path.FullPath}", Built.Tool, "doctor", "--no-kvm", "--json");
        var result = await tool.EndAsync();

        Assert.True(result.ExitCode == exitCode, result.ToString());
        var found = Found(result).Single(finding => finding.Check == (program.StartsWith("qemu-system", StringComparison.Ordinal) ? "qemu" : program));
        Assert.Equal((state, fix), (found.State, found.Fix));
        Assert.All(Found(result), static finding => Assert.True(finding.State == "ok" || finding.Fix is not null, finding.Check));
    }

    [Theory]
    [InlineData("6.2.0", "Lacking")]
    [InlineData("7.1.92", "Lacking")]
    [InlineData("7.2.0", "Good")]
    [InlineData("10.0.2", "Good")]
    public void Version_that_is_not_tested_is_a_warning(string version, string state)
    {
        var found = HostQemu.Judge(QemuVersion.Parse(version), $"QEMU {version} in /bin/q", "qemu-system-x86_64");

        Assert.Equal(state, found.State.ToString());
        Assert.Equal(state == "Good" ? null : "apt-get install qemu-system-x86", found.Fix);
    }

    [Theory]
    [InlineData("KVM does not work on lab, though /dev/kvm opens: the guest said nothing", "modprobe -r kvm_intel")]
    [InlineData("/dev/kvm on lab cannot be read and written by ci", "usermod -aG kvm $USER")]
    [InlineData("/dev/kvm does not exist on lab", "modprobe kvm_intel || modprobe kvm_amd")]
    [InlineData("qemu was built without KVM", "apt-get install qemu-system-x86")]
    [InlineData("KVM runs guests of the host's own architecture", "qemu-dsl doctor --no-kvm")]
    public void Whatever_keeps_KVM_from_guests_has_a_command(string reason, string fix) =>
        Assert.StartsWith(fix, HostQemu.KvmFix(reason), StringComparison.Ordinal);

    [Theory]
    [InlineData("port 22\nmaxsessions 10\n", "Good")]
    [InlineData("maxsessions 4\n", "Missing")]
    [InlineData("", "Good")]
    public void Server_that_allows_too_few_channels_is_told(string configuration, string state) =>
        Assert.Equal(state, HostSsh.Sessions(configuration).State.ToString());

    [Theory]
    [InlineData(20, "Good")]
    [InlineData(900, "Lacking")]
    public void Slow_login_is_told(int milliseconds, string state) =>
        Assert.Equal(state, HostSsh.Login(TimeSpan.FromMilliseconds(milliseconds)).State.ToString());

    [Fact]
    public void Nothing_is_amiss_without_a_command_that_mends_it() =>
        Assert.Throws<ArgumentException>(static () => new HostFinding("kvm", FindingState.Lacking, "slow"));

    [Fact]
    public async Task Host_that_is_not_reached_is_exit_code_1_with_the_command_that_tells_why()
    {
        var result = await ToolProcess.RunAsync("doctor", "--host", "ssh://nobody@127.0.0.1:1");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.StartsWith("missing  host ", result.Output, StringComparison.Ordinal);
        Assert.Contains("fix: ssh -v -p 1 nobody@127.0.0.1 true", result.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Check, string State, string? Fix)> Found(ToolResult result)
    {
        using var document = JsonDocument.Parse(result.Output);
        return [.. document.RootElement.EnumerateArray().Select(static finding => (
            finding.GetProperty("check").GetString()!, finding.GetProperty("state").GetString()!, finding.GetProperty("fix").GetString()))];
    }
}
