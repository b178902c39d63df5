namespace QemuDsl.MSBuild.Tests;

/// <summary>Profiles of libraries that a project refers to, as those of a package.</summary>
public sealed class ReferencedProfileTests
{
    [Fact]
    public async Task Profile_of_a_library_is_found_by_its_name_and_loaded_with_what_the_project_refers_to()
    {
        await using var folder = new BuildFolder();
        var library = typeof(Booted).Assembly.Location;
        folder.Write("Lab.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <Reference Include="QemuDsl.MSBuild.Tests" HintPath="{library}" />
            {Guests.Profile(folder).Replace("Profile=\"Booted\"", "Profile=\"$(VmProfile)\"", StringComparison.Ordinal).Replace(library, "$(VmAssembly)", StringComparison.Ordinal)}
              </ItemGroup>
            </Project>
            """);
        folder.UsePackage("Lab.csproj");

        (await folder.RunAsync("build", "-t:QemuStart;QemuStop", "-nologo", "-p:VmProfile=QemuDsl.MSBuild.Tests.Booted")).Succeeded();

        var none = await folder.RunAsync("build", "-t:QemuStart", "-nologo", "--no-restore", "-p:VmProfile=Nobody");
        Assert.Contains("holds no profile 'Nobody'. Assemblies it refers to have: QemuDsl.MSBuild.Tests.Booted", none.Error("QDT0001", folder.File("Lab.csproj")), StringComparison.Ordinal);

        // As a package has it: an assembly alone, without the list of what it needs. In obj, where a build looks for no assemblies.
        Directory.CreateDirectory(folder.File("obj/lib"));
        File.Copy(library, folder.File("obj/lib/QemuDsl.MSBuild.Tests.dll"));
        (await folder.RunAsync("build", "-t:QemuStart;QemuStop", "-nologo", "--no-restore", "-p:VmProfile=Booted", "-p:VmAssembly=obj/lib/QemuDsl.MSBuild.Tests.dll")).Succeeded();
        Assert.Empty(folder.Left());
    }
}
