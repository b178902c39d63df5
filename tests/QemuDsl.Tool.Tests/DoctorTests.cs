using System.Text.Json;
using System.Text.RegularExpressions;
using QemuDsl.Automation;
using QemuDsl.Runtime;
using QemuDsl.TestKit;
using QemuDsl.Tool.Doctor;

namespace QemuDsl.Tool.Tests;

/// <summary><c>doctor</c> on this machine. No guest is run under KVM here: where it is broken, it hangs.</summary>
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

    // The aarch64 one has no KVM on a host of another kind, whatever that host can do.
    [Theory]
    [InlineData(true, "missing", 1)]
    [InlineData(false, "warning", 0)]
    public async Task Guests_without_KVM_are_a_warning_unless_KVM_is_required(bool isRequired, string state, int exitCode)
    {
        Tools.Qemu("aarch64");

        var result = await ToolProcess.RunAsync(["doctor", "--program", "qemu-system-aarch64", .. isRequired ? (string[])["--require-kvm"] : []]);

        Assert.True(result.ExitCode == exitCode, result.ToString());
        var found = Regex.Match(result.Output, $@"(?m)^{state}  kvm            (.+)\n                        fix: (.+)$");
        Assert.True(found.Success, result.ToString());
        Assert.Matches("^(KVM runs guests of the host's own architecture: .* is .*, the guest aarch64|/dev/kvm (on|does not exist on) )", found.Groups[1].Value);
        Assert.Equal(HostQemu.KvmFix(found.Groups[1].Value), found.Groups[2].Value);
        Assert.Contains("ok       qemu           QEMU ", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kvm", "Required", "Good", null)]
    [InlineData("kvm", "Optional", "Good", null)]
    [InlineData("tcg", "Required", "Missing", "modprobe kvm_intel || modprobe kvm_amd")]
    [InlineData("tcg", "Optional", "Lacking", "modprobe kvm_intel || modprobe kvm_amd")]
    public void KVM_is_judged_by_what_was_decided_and_needed(string accelerator, string need, string state, string? fix)
    {
        var found = HostQemu.Judge(new AcceleratorDecision(accelerator, "/dev/kvm does not exist on lab: \u001b[31mred\nand more"), Enum.Parse<KvmNeed>(need));

        Assert.Equal((state, fix), (found.State.ToString(), found.Fix));
        Assert.True(found.State == FindingState.Good || (found.Message.EndsWith("red", StringComparison.Ordinal) && !found.Message.Contains('\u001b', StringComparison.Ordinal)), found.Message);
    }

    [Theory]
    [InlineData("65536", "Good", "64 MiB free in /run/a b", null)]
    [InlineData("65535", "Missing", "63 MiB free in /run/a b; VMs keep logs there", "qemu-dsl sweep")]
    [InlineData("-", "Lacking", "df does not tell how much is free in /run/a b", "df -Pk /run/a b")]
    [InlineData(null, "Lacking", "df does not tell how much is free in /run/a b", "df -Pk /run/a b")]
    public void Disk_is_judged_by_what_is_free(string? free, string state, string message, string? fix)
    {
        var told = free is null ? "" : $"Filesystem     1024-blocks  Used Available Capacity Mounted on\ntmpfs              2469000   992   {free}       1% /run\n";

        AssertFound("disk space", state, message, fix, HostResources.Disk(told, "/run/a b"));
    }

    [Theory]
    [InlineData(0, "Lacking", "0 of 4 pages of 2M free, 0 of 0 pages of 1G free; only guests that ask for them need any", "sysctl -w vm.nr_hugepages=512")]
    [InlineData(1, "Good", "1 of 4 pages of 2M free, 0 of 0 pages of 1G free", null)]
    public void Huge_pages_of_the_whole_host_are_judged_by_what_can_be_had(long available, string state, string message, string? fix) =>
        AssertFound("huge pages", state, message, fix, HostResources.Pages([Pool("2M", null, 4, available), Pool("1G", null, 0, 0), Pool("2M", 0, 4, 4)]));

    [Fact]
    public void Host_without_huge_pages_is_told() => AssertFound(
        "huge pages", "Lacking", "none; only guests that ask for them need any", "sysctl -w vm.nr_hugepages=512", HostResources.Pages([]));

    [Theory]
    [InlineData("CapEff:\t0000000000800000\n", "Good", "real-time priorities by CAP_SYS_NICE")]
    [InlineData("CapEff:\t00000000ff7fffff\nMax realtime priority     99                   99                   \n", "Good", "real-time priorities by RLIMIT_RTPRIO")]
    [InlineData("Max realtime priority     unlimited            unlimited            \n", "Good", "real-time priorities by RLIMIT_RTPRIO")]
    [InlineData("CapEff:\t0000000000000000\nMax realtime priority     0                    0                    \n", "Lacking", null)]
    [InlineData("CapEff:\tnone\n", "Lacking", null)]
    [InlineData("", "Lacking", null)]
    public void Rights_are_judged_by_what_a_process_over_there_has(string told, string state, string? message) => AssertFound(
        "rights", state, message ?? "no real-time priorities; only placements that ask for them need any",
        state == "Good" ? null : "echo \"$USER - rtprio 99\" >/etc/security/limits.d/90-qemu-dsl.conf", HostRights.Judge(told));

    [Theory]
    [InlineData("/usr/bin/socat", "Good", "/usr/bin/socat", null)]
    [InlineData(null, "Missing", "there is none of socat, python3, perl and OpenBSD's nc, and UNIX sockets cannot be reached over SSH", "apt-get install python3")]
    public void Sockets_over_SSH_need_a_program_that_joins_them(string? joiner, string state, string message, string? fix) =>
        AssertFound("ssh sockets", state, message, fix, HostSsh.Sockets(joiner));

    [Theory]
    [InlineData("/usr/bin/perl", "Good", "/usr/bin/perl", null)]
    [InlineData(null, "Lacking", "there is neither python3 nor perl; only waits for a guest's TCP port and connections to one need it", "apt-get install python3")]
    public void Ports_over_SSH_need_a_language(string? language, string state, string message, string? fix) =>
        AssertFound("ssh ports", state, message, fix, HostSsh.Ports(language));

    [Theory]
    [InlineData("usage: nc [-46CDdFhklNnrStUuvZz] [-I length]\n\t-N\t\tShutdown the network socket after EOF on stdin\n\t-U\t\tUse UNIX domain socket\n", true)]
    [InlineData("[v1.10-47]\n\t-n numeric-only IP addresses\n\t-u UDP mode\n", false)]
    public void Nc_of_OpenBSD_is_told_from_others(string help, bool joins) => Assert.Equal(joins, HostSsh.JoinsSockets(help));

    [Theory]
    [InlineData("port 22\nmaxsessions 10\n", "Good", "sshd allows 10 on a connection")]
    [InlineData("maxsessions 9\n", "Good", "sshd allows 9 on a connection")]
    [InlineData("MaxSessions 8\n", "Lacking", "sshd allows 8 on a connection; with fewer than 9 more connections are opened")]
    [InlineData("MaxSessions 2\n", "Lacking", "sshd allows 2 on a connection; with fewer than 9 more connections are opened")]
    [InlineData("MaxSessions 1\n", "Missing", "sshd allows 1 on a connection, and a process needs 2")]
    [InlineData("maxsessions some\n", "Good", "sshd does not tell this user; it allows 10 unless it is told otherwise")]
    [InlineData("", "Good", "sshd does not tell this user; it allows 10 unless it is told otherwise")]
    public void Server_that_allows_too_few_channels_is_told(string configuration, string state, string message) => AssertFound(
        "ssh sessions", state, message,
        state == "Good" ? null : "echo 'MaxSessions 10' >/etc/ssh/sshd_config.d/90-qemu-dsl.conf && systemctl reload ssh", HostSsh.Sessions(configuration));

    [Theory]
    [InlineData(500, "Good", "a command takes 500 ms")]
    [InlineData(900, "Lacking", "a command takes 900 ms, mostly for a slow line or slow start-up files of the shell")]
    public void Slow_login_is_told(int milliseconds, string state, string message) => AssertFound(
        "ssh login", state, message, state == "Good" ? null : "sed -i '1i [ -z \"$PS1\" ] && return' ~/.bashrc", HostSsh.Login(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData("local", "export XDG_RUNTIME_DIR=/run/user/$(id -u)")]
    [InlineData("ssh://lab", "ssh -v lab true")]
    [InlineData("ssh://ci@lab:2222", "ssh -v -p 2222 ci@lab true")]
    public void Host_that_is_not_reached_has_a_command_that_tells_why(string host, string fix) => Assert.Equal(fix, Remedies.Reach(HostAddress.Parse(host)));

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

    private static void AssertFound(string check, string state, string message, string? fix, HostFinding found) =>
        Assert.Equal((check, state, message, fix), (found.Check, found.State.ToString(), found.Message, found.Fix));

    private static HugePagePool Pool(ByteSize size, int? node, long total, long available) =>
        new(size, node) { Total = total, Free = available, Reserved = 0, Surplus = 0, Overcommit = 0, Available = available };

    private static IEnumerable<(string Check, string State, string? Fix)> Found(ToolResult result)
    {
        using var document = JsonDocument.Parse(result.Output);
        return [.. document.RootElement.EnumerateArray().Select(static finding => (
            finding.GetProperty("check").GetString()!, finding.GetProperty("state").GetString()!, finding.GetProperty("fix").GetString()))];
    }
}
