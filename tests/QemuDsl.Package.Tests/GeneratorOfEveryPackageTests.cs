namespace QemuDsl.Package.Tests;

/// <summary>Whoever has one of the packages, whichever it is, declares records of their own.</summary>
public sealed class GeneratorOfEveryPackageTests(PackageFeed feed)
{
    // One that has no assembly for its consumers, or is no package for projects.
    private static readonly string[] NoLibraries = ["QemuDsl.MSBuild", "QemuDsl.Templates"];

    // The device of the page, and a class beside it.
    private static string Device => $$"""
        using QemuDsl;

        namespace Lab;

        {{CodeBlocks.In("docs/records.md")[0]}}

        /// <summary>Names what only generated code has.</summary>
        public static class Lan
        {
            /// <summary>A card as an option of QEMU.</summary>
            public static IOption Card(INetdev netdev) => new Ne2kPci { Netdev = netdev }.WithMac("52:54:00:00:00:01");
        }
        """;

    // One restore and one build for all of them. The last target tells what the consumer has, as its compiler is told it.
    private const string Told =
        """
        <Project>
          <Target Name="Tell" AfterTargets="Build">
            <ItemGroup><Generator Include="@(Analyzer)" Condition="'%(Filename)' == 'QemuDsl.Generators'" /></ItemGroup>
            <Message Importance="high" Text="[$(MSBuildProjectName): @(Generator->Count()) generator, errors $(WarningsAsErrors)]" />
          </Target>
        </Project>
        """;

    // Without its framework, which nobody needs who is refused.
    private static string Old(IEnumerable<string> libraries) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net9.0</TargetFramework><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences></PropertyGroup>
          <ItemGroup>{string.Concat(libraries.Select(static id => $"<PackageReference Include=\"{id}\" Version=\"{PackageFeed.Version}\" />"))}</ItemGroup>
        </Project>
        """;

    private const string Wrong =
        """
        <Project DefaultTargets="All">
          <Target Name="All">
            <MSBuild Projects="Old/Old.csproj" Targets="Restore" ContinueOnError="true" />
            <MSBuild Projects="With.QemuDsl/With.QemuDsl.csproj" Properties="LangVersion=11" />
          </Target>
        </Project>
        """;

    // C# 12 is the oldest that what is generated is written in.
    [Fact]
    public async Task A_project_with_any_one_library_compiles_a_device_of_its_own_with_one_generator_that_may_not_be_skipped()
    {
        var libraries = PackageFeed.Packages.Except(NoLibraries).ToArray();
        using var user = new FreshDirectory(feed);
        user.Write("Directory.Build.targets", Told);
        user.Write("All.slnx", $"<Solution>{string.Concat(libraries.Select(static id => $"<Project Path=\"With.{id}/With.{id}.csproj\" />"))}</Solution>");
        foreach (var id in libraries)
        {
            user.Write($"With.{id}/Ne2kPci.cs", Device);
            user.Write(
                $"With.{id}/With.{id}.csproj",
                $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><LangVersion>12</LangVersion><Nullable>enable</Nullable></PropertyGroup>
                  <ItemGroup><PackageReference Include="{id}" Version="{PackageFeed.Version}" /></ItemGroup>
                </Project>
                """);
        }

        var output = await user.RunAsync("build", "All.slnx", "-nologo", "-tl:off");

        // An older framework, and an older C#: what the page of compatibility says happens.
        user.Write("Old/Old.csproj", Old(libraries));
        user.Write("Wrong.proj", Wrong);
        var (exitCode, refused) = await user.TryAsync("msbuild", "Wrong.proj", "-nologo", "-tl:off", "-v:m");

        Assert.NotEqual(0, exitCode);
        Assert.All(libraries, id => Assert.Contains($"error NU1202: Package {id} {PackageFeed.Version} is not compatible with net9.0 ", refused, StringComparison.Ordinal));
        Assert.Matches(@"error CS9058: Feature '[^']+' is not available in C# 11\.0\. Please use language version 12\.0 or greater", refused);
        Assert.All(libraries, id => Assert.Matches($@"\[With\.{id.Replace(".", "\\.", StringComparison.Ordinal)}: 1 generator, errors [^\]]*\bCS9057\b", output));
    }
}
