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
    public void The_generator_is_where_compilers_look_and_beside_the_attributes_once()
    {
        using var catalogue = feed.Open("QemuDsl");
        using var abstractions = feed.Open("QemuDsl.Abstractions");

        Assert.Equal(["analyzers/dotnet/cs/QemuDsl.Generators.dll"], catalogue.Files.Where(static file => file.Contains("Generators", StringComparison.Ordinal)));
        Assert.Equal(["generator/QemuDsl.Generators.dll"], abstractions.Files.Where(static file => file.Contains("Generators", StringComparison.Ordinal)));
        Assert.Equal(catalogue.Read("analyzers/dotnet/cs/QemuDsl.Generators.dll"), abstractions.Read("generator/QemuDsl.Generators.dll"));
    }
}
