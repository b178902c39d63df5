using QemuDsl.Package.Tests;
using QemuDsl.TestKit;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace QemuDsl.Package.Tests;

/// <summary>A folder with the packages as they would be published.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    public const string Version = "0.1.0-packagetest";

    /// <summary>All of them but the tool's, which take a compiler of native code.</summary>
    public static IReadOnlyList<string> Packages { get; } =
    [
        "QemuDsl.Abstractions", "QemuDsl", "QemuDsl.Runtime", "QemuDsl.Ssh", "QemuDsl.Automation", "QemuDsl.Nfv", "QemuDsl.MSBuild", "QemuDsl.Xunit",
        "QemuDsl.Templates",
    ];

    /// <summary>What these tests were built as, and what is packed.</summary>
    public static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    public string Folder { get; } = Directory.CreateTempSubdirectory("qemudsl-feed-").FullName;

    /// <summary>Where NuGet unpacks what fresh directories refer to.</summary>
    public string Unpacked => Path.Combine(Folder, "unpacked");

    internal PackedFile Open(string id) => new(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    public async ValueTask InitializeAsync()
    {
        // As the README has it, of these projects. They were built with these tests.
        var solution = Path.Combine(Folder, "packages.slnx");
        await File.WriteAllTextAsync(
            solution, $"<Solution>{string.Concat(Packages.Select(static id => $"<Project Path=\"{Checkout.File("src", id, $"{id}.csproj")}\" />"))}</Solution>",
            TestContext.Current.CancellationToken);
        await DotNet.RunAsync(
            Checkout.Root, TestContext.Current.CancellationToken,
            "pack", solution, "-c", Configuration, "--no-build", "-o", Folder, $"-p:PackageVersion={Version}", "-v", "q", "-nologo");
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
