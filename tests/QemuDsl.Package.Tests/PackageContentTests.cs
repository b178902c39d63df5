using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>What is in each package. Those of the tool are looked at where they are made.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    public static TheoryData<string> Packages => [.. PackageFeed.Packages];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_says_what_it_is_and_holds_what_it_says(string id)
    {
        using var package = feed.Open(id);

        Assert.Equal(id, package.Id);
        PackageRules.Verify(package);
    }

    [Fact]
    public void Every_project_of_a_package_is_looked_at()
    {
        var projects =
            from file in Directory.EnumerateFiles(Checkout.File("src"), "*.csproj", SearchOption.AllDirectories)
            where !file.Contains("/templates/", StringComparison.Ordinal)
            where !File.ReadAllText(file).Contains("<IsPackable>false</IsPackable>", StringComparison.Ordinal)
            select Path.GetFileNameWithoutExtension(file);

        Assert.Equal([.. PackageFeed.Packages.Append("QemuDsl.Tool").Order(StringComparer.Ordinal)], [.. projects.Order(StringComparer.Ordinal)]);
    }

    [Fact]
    public void Generator_and_code_fixes_are_where_compilers_look_and_beside_the_attributes_once()
    {
        using var catalogue = feed.Open("QemuDsl");
        using var abstractions = feed.Open("QemuDsl.Abstractions");

        string[] assemblies = ["QemuDsl.CodeFixes.dll", "QemuDsl.Generators.dll"];
        Assert.Equal(assemblies.Select(static file => $"analyzers/dotnet/cs/{file}"), catalogue.Files.Where(IsForCompilers).Order(StringComparer.Ordinal));
        Assert.Equal(assemblies.Select(static file => $"generator/{file}"), abstractions.Files.Where(IsForCompilers).Order(StringComparer.Ordinal));
        Assert.All(assemblies, file => Assert.Equal(catalogue.Read($"analyzers/dotnet/cs/{file}"), abstractions.Read($"generator/{file}")));
    }

    private static bool IsForCompilers(string file) =>
        file.Contains("Generators", StringComparison.Ordinal) || file.Contains("CodeFixes", StringComparison.Ordinal);

    [Fact]
    public void Every_package_is_validated_when_it_is_made()
    {
        var switched = Directory.EnumerateFiles(Checkout.File("src"), "*.*proj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Checkout.File("src"), "Directory.Build.*", SearchOption.AllDirectories))
            .Where(static file => File.ReadAllText(file).Contains("EnablePackageValidation", StringComparison.Ordinal));

        var all = Assert.Single(switched);
        Assert.Equal(Checkout.File("src", "Directory.Build.props"), all);
        Assert.Contains("<EnablePackageValidation>true</EnablePackageValidation>", File.ReadAllText(all), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_sources_give_the_same_bytes()
    {
        using var user = new FreshDirectory(feed);
        var own = Checkout.File("generators", "QemuDsl.Generators", "obj", $"again-{Guid.NewGuid():N}");
        foreach (var folder in (string[])["first", "second"])
        {
            await DotNet.RunAsync(
                Checkout.File("generators", "QemuDsl.Generators"), TestContext.Current.CancellationToken,
                "build", "-c", PackageFeed.Configuration, "--no-restore", $"-p:IntermediateOutputPath={own}/",
                $"-p:OutDir={Path.Combine(user.Folder, folder)}/", "-p:RunAnalyzers=false", "-v", "q", "-nologo");
            Directory.Delete(own, recursive: true);
        }

        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(user.Folder, "first", "QemuDsl.Generators.dll"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(Path.Combine(user.Folder, "second", "QemuDsl.Generators.dll"), TestContext.Current.CancellationToken));
    }
}
