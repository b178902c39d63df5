using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>Tests that attach to a VM of the build, from the packages and the text of docs/xunit.md.</summary>
public sealed class AttachTests(PackageFeed feed)
{
    [Fact]
    public async Task Tests_of_a_fresh_project_attach_to_the_VM_that_is_started_around_them()
    {
        Tools.Qemu("x86_64");
        using var user = new FreshDirectory(feed);
        user.Write(
            "VmTests.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
                <UseMicrosoftTestingPlatformRunner>true</UseMicrosoftTestingPlatformRunner>
                <QemuVmLifetime>Test</QemuVmLifetime>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="QemuDsl" Version="{PackageFeed.Version}" />
                <PackageReference Include="QemuDsl.MSBuild" Version="{PackageFeed.Version}" PrivateAssets="all" />
                <PackageReference Include="QemuDsl.Xunit" Version="{PackageFeed.Version}" />
                <PackageReference Include="xunit.v3" Version="4.0.2" />
                <QemuVm Include="db" Profile="DbVm" Image="{MarkerGuests.BootSector().WriteTo(user.Folder)}" Lifetime="5m" />
              </ItemGroup>
            </Project>
            """);
        user.Write(
            "DbVm.cs",
            """
            namespace VmTests;

            [VmProfile<Pc>(ReadySerial = "QDSL-READY")]
            public sealed partial record DbVm
            {
                public required string Image { get; init; }

                partial void Configure(ref QemuCommand<Pc> command) =>
                    command = command.AddRaw("-accel", "tcg", "-drive", $"if=floppy,format=raw,readonly=on,file={Image}");
            }
            """);
        user.Write(
            "DatabaseTests.cs",
            $$"""
            using QemuDsl.Runtime;
            using QemuDsl.Xunit;
            using Xunit;

            namespace VmTests;

            {{CodeBlocks.In("docs/xunit.md").Single(static block => block.Contains("VmRecordFixture", StringComparison.Ordinal))}}

            public sealed class DatabaseTests(DatabaseFixture db) : VmTests<DatabaseFixture>(db), IClassFixture<DatabaseFixture>
            {
                [VmFact]
                public async Task It_is_there()
                {
                    await Vm.Qmp.ExecuteAsync("query-status");
                    Assert.Equal(Fixture.Record.Pid, Vm.Pid);
                }
            }
            """);

        var output = await user.RunAsync("run");

        Assert.Matches(@"succeeded: +1\b", output);
        Assert.Empty(Directory.GetFiles(user.Folder, "db.json", SearchOption.AllDirectories));
    }
}
