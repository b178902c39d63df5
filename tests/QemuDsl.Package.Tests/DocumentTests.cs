namespace QemuDsl.Package.Tests;

/// <summary>The code in the documentation compiles for somebody who has the packages only.</summary>
public sealed class DocumentTests(PackageFeed feed)
{
    private const string Project =
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
            <OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="QemuDsl" Version="{PackageFeed.Version}" />
            <PackageReference Include="QemuDsl.Runtime" Version="{PackageFeed.Version}" />
            <PackageReference Include="QemuDsl.Ssh" Version="{PackageFeed.Version}" />
            <PackageReference Include="QemuDsl.Automation" Version="{PackageFeed.Version}" />
            <PackageReference Include="QemuDsl.Nfv" Version="{PackageFeed.Version}" />
            <PackageReference Include="QemuDsl.Xunit" Version="{PackageFeed.Version}" />
          </ItemGroup>
        </Project>
        """;

    private static readonly string[] Pages =
    [
        "docs/records.md", "docs/profiles.md", "docs/runtime.md", "docs/lifecycle.md", "docs/ssh.md", "docs/placement.md", "docs/capabilities.md",
        "docs/fleet.md", "docs/agent.md", "docs/waits.md", "docs/hosts.md", "docs/vm-record.md", "docs/xunit.md", "docs/nfv.md", "docs/csit.md",
        "docs/services.md",
        "src/QemuDsl.Abstractions/README.md", "src/QemuDsl/README.md", "src/QemuDsl.Runtime/README.md", "src/QemuDsl.Ssh/README.md",
    ];

    [Fact]
    public async Task The_example_of_the_README_is_a_program_and_every_block_of_the_pages_compiles()
    {
        using var user = new FreshDirectory(feed);
        user.Write("Pages.csproj", Project);
        user.Write("Program.cs", CodeBlocks.In("README.md")[0]);
        foreach (var page in Pages)
        {
            Assert.NotEmpty(CodeBlocks.In(page));
            user.Write(CodeBlocks.NameOf(page) + ".cs", CodeBlocks.AsFile(page));
        }

        await user.RunAsync("build", "-nologo");
    }
}
