using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>What holds for each package that is made here.</summary>
internal static class PackageRules
{
    private static readonly string[] Required =
        ["id", "version", "authors", "description", "tags", "license", "readme", "icon", "repository", "projectUrl"];

    public static void Verify(PackedFile package)
    {
        Assert.Equal([], Required.Where(name => package.Element(name) is null));
        Assert.Equal(PackageFeed.Version, package.Value("version"));
        Assert.Equal("Apache-2.0", package.Value("license"));
        Assert.Equal("expression", package.Element("license")!.Attribute("type")!.Value);
        Assert.Equal("git", package.Element("repository")!.Attribute("type")!.Value);
        Assert.NotEmpty(package.Element("repository")!.Attribute("url")!.Value);
        Assert.NotEmpty(package.Value("description")!);
        Assert.Contains("qemu", package.Value("tags"), StringComparison.Ordinal);
        Assert.Contains(package.Value("icon"), package.Files);
        Assert.Contains(package.Value("readme"), package.Files);
        Assert.DoesNotContain(package.Files, static file => file.EndsWith(".pdb", StringComparison.Ordinal));
        Assert.All(package.OwnAssemblies(), file => Assert.True(package.HasEmbeddedSymbols(file), $"{package.Id}: {file} has no symbols."));
        Assert.All(package.OwnAssemblies(), file => VerifyReproducible(package, file));
        VerifyDependencies(package);
    }

    // The folder of a build may be in an assembly that is made while working on it, not in one that is published.
    private static void VerifyReproducible(PackedFile package, string file)
    {
        Assert.True(package.IsReproducible(file), $"{package.Id}: {file} is another one each time it is made.");
        if (Missing.IsCi)
        {
            Assert.All(package.Sources(file), static source => Assert.Matches("^/_[0-9]*/", source));
        }
    }

    private static void VerifyDependencies(PackedFile package)
    {
        foreach (var dependency in package.Metadata.Descendants().Where(static element => element.Name.LocalName == "dependency"))
        {
            var id = dependency.Attribute("id")!.Value;
            if (id.StartsWith("QemuDsl", StringComparison.Ordinal))
            {
                Assert.Equal((id, PackageFeed.Version), (id, dependency.Attribute("version")!.Value));

                // Else the generator would end at the first package between it and who declares a record.
                Assert.Equal((id, "All", null), (id, dependency.Attribute("include")?.Value, dependency.Attribute("exclude")?.Value));
            }
        }
    }
}
