namespace QemuDsl.MSBuild.Tests;

/// <summary>Projects with several target frameworks have a set of VMs for each.</summary>
public sealed class MultiTargetingTests
{
    [Fact]
    public async Task Outer_build_starts_and_stops_the_VMs_of_each_target_framework()
    {
        await using var folder = new BuildFolder();
        folder.Write("Lab.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks></PropertyGroup>
              <ItemGroup>
            {Guests.Profile(folder)}
              </ItemGroup>
            </Project>
            """);
        folder.UsePackage("Lab.csproj");

        (await folder.RunAsync("build", "-t:QemuStart", "-nologo")).Succeeded();
        var record = await folder.RecordAsync("obj/Debug/net10.0/qemu-vms/db.json");
        Assert.Equal(record.Pid, (await folder.RecordAsync("bin/Debug/net10.0/qemu-vms/db.json")).Pid);
        var other = await folder.RecordAsync("obj/Debug/netstandard2.0/qemu-vms/db.json");
        Assert.NotEqual((record.Name, record.Pid), (other.Name, other.Pid));
        Assert.All([record, other], static one => Assert.True(Directory.Exists($"/proc/{one.Pid}")));

        (await folder.RunAsync("build", "-t:QemuStop", "-nologo")).Succeeded();
        Assert.Empty(Directory.GetFiles(folder.FullPath, "db.json", SearchOption.AllDirectories));
        Assert.Empty(folder.Left());
    }
}
