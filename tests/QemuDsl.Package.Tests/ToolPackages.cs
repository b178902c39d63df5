using QemuDsl.TestKit;

namespace QemuDsl.Package.Tests;

/// <summary>The tool's packages: the one that is named, the native program and the one that runs on the runtime.</summary>
public sealed class ToolPackages : IAsyncLifetime
{
    private readonly TempDirectory _folder = new();

    /// <summary>Installs one of them and returns the path of its program.</summary>
    public async Task<string> InstallAsync(string package)
    {
        Tools.Require("gcc");
        var folder = Directory.CreateDirectory(_folder.File(package)).FullName;
        await DotNet.RunAsync(
            folder, TestContext.Current.CancellationToken,
            "tool", "install", package, "--tool-path", folder, "--version", PackageFeed.Version, "--source", _folder.File("feed"));
        return Path.Combine(folder, "qemu-dsl");
    }

    /// <summary>Opens one of them.</summary>
    internal PackedFile Open(string package)
    {
        Tools.Require("gcc");
        return new PackedFile(_folder.File(Path.Combine("feed", $"{package}.{PackageFeed.Version}.nupkg")));
    }

    public async ValueTask InitializeAsync()
    {
        // What the native program is linked with; who installs it is skipped without.
        if (Tools.Find("gcc") is null)
        {
            return;
        }

        foreach (var command in CodeBlocks.Commands(CodeBlocks.In("README.md", "Install", "sh")[1]))
        {
            await DotNet.RunAsync(
                Checkout.Root, TestContext.Current.CancellationToken,
                [.. command[1..].Select(Here), .. command[2].EndsWith(".sln", StringComparison.Ordinal) ? (string[])["--no-build"] : [],
                    "--no-restore", $"-p:PackageVersion={PackageFeed.Version}", "-v", "q", "-nologo", "-warnaserror", .. Built]);
        }
    }

    // Its libraries were built with these tests, and analyzers have seen it then.
    private static readonly string[] Built = ["-p:BuildProjectReferences=false", "-p:RunAnalyzers=false"];

    // What the README says, of the tool only. Made with a build, the package that holds no program would take the program away that the tests of the tool run.
    private string Here(string argument) => argument switch
    {
        "QemuDsl.sln" => "src/QemuDsl.Tool",
        "FOLDER" => _folder.File("feed"),
        "Release" => PackageFeed.Configuration,
        _ => argument,
    };

    public ValueTask DisposeAsync() => _folder.DisposeAsync();
}
