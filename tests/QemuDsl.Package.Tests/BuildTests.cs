using System.IO.Compression;
using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>Builds that start VMs, from the packages and the text of docs/msbuild.md.</summary>
public sealed class BuildTests(PackageFeed feed)
{
    private const string Page = "docs/msbuild.md";
    private const string Pipeline = "Start, use, stop";

    [Fact]
    public async Task A_fresh_library_starts_the_VM_of_its_own_profile_in_one_build_uses_it_in_another_and_stops_it_in_a_third()
    {
        var linux = TinyLinux.Require();
        using var user = new FreshDirectory(feed);
        File.CreateSymbolicLink(Path.Combine(user.Folder, "vmlinuz"), linux.Kernel);
        File.CreateSymbolicLink(Path.Combine(user.Folder, "initrd"), linux.Initrd);
        user.Write("Lab.csproj", CodeBlocks.Versioned(CodeBlocks.In(Page, Pipeline, "xml").Single()));
        user.Write("Worker.cs", CodeBlocks.In(Page, Pipeline, "csharp").Single());
        var commands = CodeBlocks.Commands(CodeBlocks.In(Page, Pipeline, "sh").Single());
        Assert.Equal(3, commands.Count);

        await BuildAsync(user, commands[0]);
        try
        {
            var record = Directory.GetFiles(user.Folder, "worker.json", SearchOption.AllDirectories);
            Assert.Equal(2, record.Length);
            Assert.Contains("\"profile\": \"Lab.Worker\"", await File.ReadAllTextAsync(record[0], TestContext.Current.CancellationToken), StringComparison.Ordinal);
            Assert.Contains("hello from the guest", await BuildAsync(user, commands[1]), StringComparison.Ordinal);
        }
        finally
        {
            await BuildAsync(user, commands[2]);
        }

        Assert.Empty(Directory.GetFiles(user.Folder, "worker.json", SearchOption.AllDirectories));
        Assert.DoesNotContain(
            Directory.GetFiles(Path.Combine(user.Folder, "bin"), "*.dll", SearchOption.AllDirectories),
            static file => Path.GetFileName(file) is not ("Lab.dll" or "QemuDsl.dll" or "QemuDsl.Abstractions.dll"));
    }

    private static Task<string> BuildAsync(FreshDirectory user, string[] command) =>
        user.RunAsync(CancellationToken.None, [.. command[1..], "-nologo", "-tl:off"]);

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

        var output = await user.RunAsync("run");

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
