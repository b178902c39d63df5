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
              <CreateDisk Path="larger.qcow2" Source="copy.raw" OtherFormat="raw" Size="20M" />
            </Target>
            """);

        (await folder.MSBuildAsync(project, "Use")).Succeeded();

        Assert.Equal(("qcow2", 12L << 20, null), await InfoAsync(folder, "base.qcow2"));
        Assert.Equal(("qcow2", 16L << 20, "base.qcow2"), await InfoAsync(folder, "over.qcow2"));
        Assert.Equal(("raw", 8L << 20, null), await InfoAsync(folder, "copy.raw"));
        Assert.Equal(("qcow2", 20L << 20, null), await InfoAsync(folder, "larger.qcow2"));
    }

    [Fact]
    public async Task Copy_that_cannot_have_its_size_is_no_copy()
    {
        Tools.Require("qemu-img");
        await using var folder = new BuildFolder();
        folder.Write("source.raw", new string('x', 1 << 20));
        var project = folder.Bare("", """<Target Name="Use"><CreateDisk Path="copy.qcow2" Source="source.raw" OtherFormat="raw" Size="512K" /></Target>""");

        (await folder.MSBuildAsync(project, "Use")).Error("QDT0013", $"{project}(8)");

        Assert.False(File.Exists(folder.File("copy.qcow2")));
    }

    [Fact]
    public async Task Host_without_qemu_img_is_told_how_to_get_it()
    {
        await using var folder = new BuildFolder();
        Directory.CreateDirectory(folder.File("bin"));
        foreach (var program in (string[])["dotnet", "env", "sh"])
        {
            File.CreateSymbolicLink(folder.File($"bin/{program}"), Tools.Require(program));
        }

        folder.Environment["PATH"] = folder.File("bin");
        var project = folder.Bare("", """<Target Name="Use"><CreateDisk Path="d.qcow2" Size="1M" /></Target>""");

        var result = await folder.MSBuildAsync(project, "Use");

        Assert.Contains("local has no qemu-img. Install it", result.Error("QDT0006", $"{project}(8)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_tells_its_QEMU()
    {
        Tools.Qemu("x86_64");
        await using var folder = new BuildFolder();
        var project = folder.Bare("", """<Target Name="Use"><CheckQemuHost><Output TaskParameter="QemuVersion" PropertyName="Version" /></CheckQemuHost><Message Importance="High" Text="output: $(Version)" /></Target>""");

        var result = (await folder.MSBuildAsync(project, "Use")).Succeeded();

        Assert.Matches(@"local: QEMU \d+\.\d+\S* in /\S*qemu-system-x86_64, run directories in /", result.Output);
        Assert.Matches(@"output: \d+\.\d+", result.Output);
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
