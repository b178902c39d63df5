using System.Text.Json;
using QemuDsl.Ssh.Tests;
using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>VMs on a host that is reached by SSH: a private sshd here, as <c>ssh_config</c> names it.</summary>
public sealed class RemoteTests : IClassFixture<SshServer>, IAsyncDisposable
{
    private const string Host = "ssh://lab";

    private readonly LivingVms _vms = new();

    // Of the account's VMs over there only these are ours.
    private readonly string _name = $"tool-{Guid.NewGuid():N}";

    public RemoteTests(SshServer server)
    {
        server.Require();
        Directory.CreateDirectory(_vms.Folder.File(".ssh"));
        File.WriteAllText(_vms.Folder.File(".ssh/config"), server.Configuration("lab"));
        _vms.Environment["HOME"] = _vms.Folder.FullPath;
    }

    [Fact]
    public async Task VM_is_started_listed_used_and_stopped()
    {
        var linux = TinyLinux.Require();

        var up = LivingVms.Json(await _vms.RunAsync(
            "up", "--host", Host, "--name", _name, "--lifetime", "10m", "--kernel", linux.Kernel, "--initrd", linux.Initrd, "--append", TinyLinux.Append,
            "-m", "256M", "--ready", "agent", "--json"));
        var here = LivingVms.Json(await _vms.RunAsync("ps", "--json"));
        var there = LivingVms.Json(await _vms.RunAsync("ps", "--host", Host, "--json")).EnumerateArray().Single(IsOurs);
        var exec = await _vms.RunAsync("exec", "--host", Host, _name, "--", "sh", "-c", "echo said; exit 7");
        var logs = await _vms.RunAsync("logs", "--host", Host, _name);
        var down = await _vms.RunAsync("down", "--host", Host, _name);

        Assert.Equal(Host, up.GetProperty("host").GetString());
        Assert.Empty(here.EnumerateArray());
        Assert.Equal("running", there.GetProperty("state").GetString());
        Assert.Equal((7, "said\n", ""), (exec.ExitCode, exec.Output, exec.Errors));
        Assert.Contains(TinyLinux.ReadyLine, logs.Output, StringComparison.Ordinal);
        Assert.Equal($"{_name}  Powerdown\n", down.Output);
        Assert.False(Directory.Exists(up.GetProperty("runDirectory").GetString()));
    }

    [Fact]
    public async Task Run_boots_prints_and_stops_over_there()
    {
        var result = await _vms.RunAsync(
            ["run", "--host", Host, "--ready-serial", MarkerGuests.Marker, "--stop", "--", .. Guest.Command(MarkerGuests.BootSector(), _vms.Folder)]);

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains(MarkerGuests.Marker, result.Output, StringComparison.Ordinal);
        Assert.Contains("Stopped", result.Errors, StringComparison.Ordinal);

        // Where a VM of this machine would have been.
        Assert.False(Directory.Exists(_vms.Root));
    }

    [Fact]
    public async Task Doctor_looks_at_the_server_over_there_too()
    {
        var result = await _vms.RunAsync("doctor", "--host", Host, "--no-kvm", "--json");

        var found = LivingVms.Json(result).EnumerateArray().ToDictionary(static finding => finding.GetProperty("check").GetString()!);
        Assert.Superset(new HashSet<string> { "run directory", "qemu", "setpriv", "ssh sockets", "ssh ports", "ssh sessions", "ssh login" }, found.Keys.ToHashSet());
        Assert.DoesNotContain(found.Values, static finding => finding.GetProperty("state").GetString() == "missing");
        Assert.All(found.Values, static finding => Assert.True(
            finding.GetProperty("state").GetString() == "ok" || finding.GetProperty("fix").GetString() is not null, finding.ToString()));
    }

    [Fact]
    public async Task Missing_QEMU_over_there_names_the_host()
    {
        var result = await _vms.RunAsync("up", "--host", Host, "--name", _name, "--", "no-such-qemu");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Contains("'no-such-qemu' is not on the PATH of lab.", result.Errors, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (LivingVms.Json(await _vms.RunAsync("ps", "--host", Host, "--json")).EnumerateArray().Any(IsOurs))
        {
            await _vms.RunAsync("down", "--host", Host, "--now", _name);
        }

        await _vms.DisposeAsync();
    }

    private bool IsOurs(JsonElement vm) => vm.GetProperty("name").GetString() == _name;
}
