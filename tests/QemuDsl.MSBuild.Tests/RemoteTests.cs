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

    [Fact]
    public async Task Every_task_works_on_a_host_reached_by_SSH()
    {
        server.Require();
        var linux = TinyLinux.Require();
        Tools.Require("qemu-img");
        await using var folder = new BuildFolder();
        folder.Write(".ssh/config", server.Configuration("lab"));
        folder.Environment["HOME"] = folder.FullPath;
        folder.Environment["DOTNET_NOLOGO"] = "1";
        folder.Write("words.txt", "as it was");
        folder.Write("linux.args", string.Join('\n', (string[])[Tools.Qemu("x86_64"), "-machine", "pc", "-accel", "tcg", "-nodefaults", "-display", "none", .. linux.BootArguments]));
        var project = folder.Bare(
            """<QemuVm Include="linux" Arguments="linux.args" ReadyWhen="agent" Lifetime="5m" Host="ssh://lab" />""",
            """
            <PropertyGroup><Vm>$(MSBuildProjectDirectory)/obj/qemu-vms/linux.json</Vm></PropertyGroup>
            <Target Name="Use" DependsOnTargets="QemuStart">
              <CheckQemuHost Host="ssh://lab" />
              <CreateDisk Host="ssh://lab" Path="$(MSBuildProjectDirectory)/d.qcow2" Size="1M" />
              <WaitForVm Record="$(Vm)" ReadyWhen="agent" Timeout="1m" />
              <CopyToVm Record="$(Vm)" Sources="words.txt" Folder="/tmp" />
              <ExecInVm Record="$(Vm)" Program="/bin/busybox" Arguments="cp;/tmp/words.txt;/tmp/copy.txt" />
              <CopyFromVm Record="$(Vm)" Sources="/tmp/copy.txt" Folder="out" />
              <CollectVmArtifacts Record="$(Vm)" Folder="evidence" />
              <CallTarget Targets="QemuStop" />
            </Target>
            """);

        var result = (await folder.MSBuildAsync(project, "Use")).Succeeded();

        Assert.Contains("ssh://lab: QEMU ", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("d.qcow2")));
        Assert.Equal("as it was", await File.ReadAllTextAsync(folder.File("out/copy.txt"), TestContext.Current.CancellationToken));
        Assert.True(File.Exists(folder.File("evidence/serial.log")));
        Assert.Empty(folder.Left());
    }
}
