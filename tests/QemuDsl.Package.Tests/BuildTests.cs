using System.IO.Compression;
using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>Builds that start VMs, from the packages and the text of docs/msbuild.md.</summary>
public sealed class BuildTests(PackageFeed feed)
{
    [Fact]
    public async Task A_fresh_library_starts_the_VM_of_its_own_profile_in_one_build_and_stops_it_in_another()
    {
        Tools.Qemu("x86_64");
        using var user = new FreshDirectory(feed);
        user.Write(
            "Lab.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="QemuDsl" Version="{PackageFeed.Version}" />
                <PackageReference Include="QemuDsl.MSBuild" Version="{PackageFeed.Version}" PrivateAssets="all" />
                <QemuVm Include="tiny" Profile="Tiny" Image="{MarkerGuests.BootSector().WriteTo(user.Folder)}" Lifetime="5m" />
              </ItemGroup>
            </Project>
            """);
        user.Write(
            "Tiny.cs",
            """
            namespace Lab;

            [VmProfile<Pc>(ReadySerial = "QDSL-READY")]
            public sealed partial record Tiny
            {
                public required string Image { get; init; }

                partial void Configure(ref QemuCommand<Pc> command) =>
                    command = command.AddRaw("-accel", "tcg", "-drive", $"if=floppy,format=raw,readonly=on,file={Image}");
            }
            """);

        await DotNet.RunAsync(user.Folder, TestContext.Current.CancellationToken, "build", "-t:QemuStart", "-nologo");
        try
        {
            var record = Directory.GetFiles(user.Folder, "tiny.json", SearchOption.AllDirectories);
            Assert.Equal(2, record.Length);
            Assert.Contains("\"profile\": \"Lab.Tiny\"", await File.ReadAllTextAsync(record[0], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            await DotNet.RunAsync(user.Folder, CancellationToken.None, "build", "-t:QemuStop", "-nologo");
        }

        Assert.Empty(Directory.GetFiles(user.Folder, "tiny.json", SearchOption.AllDirectories));
        Assert.DoesNotContain(
            Directory.GetFiles(Path.Combine(user.Folder, "bin"), "*.dll", SearchOption.AllDirectories),
            static file => Path.GetFileName(file) is not ("Lab.dll" or "QemuDsl.dll" or "QemuDsl.Abstractions.dll"));
    }

    [Fact]
    public async Task A_fresh_program_has_the_loader_of_profiles_beside_it()
    {
        using var user = new FreshDirectory(feed);
        user.Write(
            "Program.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="QemuDsl.Automation" Version="{PackageFeed.Version}" /></ItemGroup>
            </Project>
            """);
        user.Write("Tiny.cs", "namespace Lab;\n\n[VmProfile<Pc>]\npublic sealed partial record Tiny;\n");
        user.Write(
            "Program.cs",
            """
            using QemuDsl.Automation;

            var vm = await new ProfileDescription(typeof(Lab.Tiny).Assembly.Location).LoadAsync();
            Console.WriteLine($"{vm.Source}: {string.Join(' ', vm.Command.Arguments)}");
            """);

        var output = await DotNet.RunAsync(user.Folder, TestContext.Current.CancellationToken, "run");

        Assert.Contains("Lab.Tiny: ", output, StringComparison.Ordinal);
        Assert.Contains("-machine pc", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_of_tasks_has_no_dependencies_and_no_library()
    {
        await using var package = await ZipFile.OpenReadAsync(
            Path.Combine(feed.Folder, $"QemuDsl.MSBuild.{PackageFeed.Version}.nupkg"), TestContext.Current.CancellationToken);

        using var description = new StreamReader(await package.GetEntry("QemuDsl.MSBuild.nuspec")!.OpenAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("<dependency ", await description.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(package.Entries, static entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal));
        foreach (var file in (string[])["tasks/net10.0/QemuDsl.MSBuild.dll", "tasks/net10.0/profile-host/QemuDsl.ProfileHost.dll", "hook/net10.0/QemuDsl.MSBuild.TestHook.dll", "build/QemuDsl.MSBuild.targets"])
        {
            Assert.NotNull(package.GetEntry(file));
        }
    }
}
