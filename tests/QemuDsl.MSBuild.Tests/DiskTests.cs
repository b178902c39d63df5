using System.Text.Json;

namespace QemuDsl.MSBuild.Tests;

/// <summary>Images, and hosts that can run VMs.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task Images_are_made_laid_over_converted_and_resized()
    {
        Tools.Require("qemu-img");
        await using var folder = new BuildFolder();
        var project = folder.Bare(
            "",
            """
            <Target Name="Use">
              <CreateDisk Path="base.qcow2" Size="8M" />
              <CreateDisk Path="over.qcow2" Backing="base.qcow2" Size="16M" />
              <CreateDisk Path="copy.raw" Source="base.qcow2" Format="raw" />
              <CreateDisk Path="base.qcow2" Size="12M" Resize="true" />
            </Target>
            """);

        (await folder.MSBuildAsync(project, "Use")).Succeeded();

        Assert.Equal(("qcow2", 12L << 20, null), await InfoAsync(folder, "base.qcow2"));
        Assert.Equal(("qcow2", 16L << 20, "base.qcow2"), await InfoAsync(folder, "over.qcow2"));
        Assert.Equal(("raw", 8L << 20, null), await InfoAsync(folder, "copy.raw"));
    }

    [Fact]
    public async Task Host_tells_its_QEMU()
    {
        Tools.Qemu("x86_64");
        await using var folder = new BuildFolder();
        var project = folder.Bare("", """<Target Name="Use"><CheckQemuHost /></Target>""");

        var result = (await folder.MSBuildAsync(project, "Use")).Succeeded();

        Assert.Matches(@"local: QEMU \d+\.\d+\S* in /\S*qemu-system-x86_64, run directories in /", result.Output);
    }

    private static async Task<(string?, long, string?)> InfoAsync(BuildFolder folder, string image)
    {
        var text = await ChildProcess.RunAsync("qemu-img", ["info", "--output=json", folder.File(image)], TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(text);
        var root = json.RootElement;
        return (root.GetProperty("format").GetString(), root.GetProperty("virtual-size").GetInt64(),
            root.TryGetProperty("backing-filename", out var backing) ? backing.GetString() : null);
    }
}
