using QemuDsl.Ssh.Tests;

namespace QemuDsl.MSBuild.Tests;

/// <summary>The same items with a host that is reached by SSH.</summary>
public sealed class RemoteTests(SshServer server) : IClassFixture<SshServer>
{
    [Fact]
    public async Task VM_on_a_host_reached_by_SSH_is_started_in_one_build_and_stopped_in_another()
    {
        server.Require();
        await using var folder = new BuildFolder();
        folder.Write(".ssh/config", server.Configuration("lab"));
        folder.Environment["HOME"] = folder.FullPath;
        folder.Environment["DOTNET_NOLOGO"] = "1";
        var project = folder.Bare(Guests.Arguments(folder, more: "Host=\"ssh://lab\" ForwardTcp=\"80\""));

        (await folder.MSBuildAsync(project, "QemuStart")).Succeeded();
        var record = await folder.RecordAsync("obj/qemu-vms/db.json");
        Assert.Equal("ssh://lab", record.Host);
        Assert.True(Directory.Exists(record.RunDirectory));

        (await folder.MSBuildAsync(project, "QemuStop")).Succeeded();
        Assert.False(Directory.Exists(record.RunDirectory));
        Assert.False(Directory.Exists($"/proc/{record.Pid}"));
    }
}
