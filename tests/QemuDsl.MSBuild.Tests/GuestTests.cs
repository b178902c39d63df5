namespace QemuDsl.MSBuild.Tests;

/// <summary>What tasks do in a guest, with a Linux that has an agent.</summary>
public sealed class GuestTests
{
    [Fact]
    public async Task Programs_run_in_a_guest_and_files_go_both_ways()
    {
        await using var folder = new BuildFolder();
        folder.Write("in/words.txt", "as it was");
        var project = folder.Bare(
            Linux(folder),
            """
            <PropertyGroup><Vm>$(MSBuildProjectDirectory)/obj/qemu-vms/linux.json</Vm></PropertyGroup>
            <Target Name="Use" DependsOnTargets="QemuStart">
              <CopyToVm Record="$(Vm)" Sources="in/words.txt" Folder="/tmp" />
              <ExecInVm Record="$(Vm)" Program="/bin/busybox" Arguments="cp;/tmp/words.txt;/tmp/a b.txt" />
              <CopyFromVm Record="$(Vm)" Sources="/tmp/a b.txt" Folder="out" />
              <ExecInVm Record="$(Vm)" Program="/bin/busybox" Arguments="sh;-c;echo said%3B exit 3" IgnoreExitCode="true">
                <Output TaskParameter="ExitCode" PropertyName="Code" />
                <Output TaskParameter="StandardOutput" PropertyName="Said" />
              </ExecInVm>
              <Message Importance="High" Text="ended with $(Code): $(Said)" />
            </Target>
            <Target Name="Fail"><ExecInVm Record="$(Vm)" Program="/bin/busybox" Arguments="sh;-c;echo why >&amp;2%3B exit 4" /></Target>
            <Target Name="Wait"><WaitForVm Record="$(Vm)" ReadyWhen="serial:never" Timeout="1s" /></Target>
            <Target Name="Lack"><CopyFromVm Record="$(Vm)" Sources="/no/such" Folder="out" /></Target>
            """);

        var used = (await folder.MSBuildAsync(project, "Use")).Succeeded();
        Assert.Contains("ended with 3: said", used.Output, StringComparison.Ordinal);
        Assert.Equal("as it was", await File.ReadAllTextAsync(folder.File("out/a b.txt"), TestContext.Current.CancellationToken));

        var failed = await folder.MSBuildAsync(project, "Fail");
        var text = failed.Error("QDT0014", $"{project}(");
        Assert.Contains("/bin/busybox ended with code 4 in the guest.", text, StringComparison.Ordinal);
        Assert.Contains("why", text, StringComparison.Ordinal);

        var late = (await folder.MSBuildAsync(project, "Wait")).Error("QDT0007", $"{project}(");
        Assert.Contains("'never'", late, StringComparison.Ordinal);
        (await folder.MSBuildAsync(project, "Lack")).Error("QDT0011", $"{project}(");
        Assert.Equal(["a b.txt"], Directory.GetFiles(folder.File("out")).Select(Path.GetFileName));
        (await folder.MSBuildAsync(project, "QemuStop")).Succeeded();
    }

    [Fact]
    public async Task VM_without_a_port_for_the_agent_is_told_how_to_get_one()
    {
        await using var folder = new BuildFolder();
        var project = folder.Bare(
            Guests.Arguments(folder),
            """<Target Name="Use" DependsOnTargets="QemuStart"><ExecInVm Record="obj/qemu-vms/db.json" Program="/bin/true" /></Target>""");

        var result = await folder.MSBuildAsync(project, "Use");

        Assert.Contains("Set GuestAgent=\"VirtioSerial\" on its item", result.Error("QDT0012", $"{project}("), StringComparison.Ordinal);
    }

    private static string Linux(BuildFolder folder)
    {
        var linux = TinyLinux.Require();
        folder.Write("linux.args", string.Join('\n', (string[])[Tools.Qemu("x86_64"), "-machine", "pc", "-accel", "tcg", "-nodefaults", "-display", "none", .. linux.BootArguments]));
        return """<QemuVm Include="linux" Arguments="linux.args" ReadyWhen="agent" Lifetime="5m" />""";
    }
}
