using QemuDsl.Package.Tests;
using QemuDsl.TestKit;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace QemuDsl.Package.Tests;

/// <summary>A folder with the packages as they would be published.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    public const string Version = "0.1.0-packagetest";

    private static readonly string[] Projects =
    [
        "src/QemuDsl.Abstractions", "src/QemuDsl", "src/QemuDsl.Runtime", "src/QemuDsl.Ssh", "src/QemuDsl.Automation", "src/QemuDsl.Nfv",
        "src/QemuDsl.MSBuild", "src/QemuDsl.Xunit", "src/QemuDsl.Templates",
    ];

    /// <summary>What these tests were built as, and what is packed.</summary>
    public static string Configuration => AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    public string Folder { get; } = Directory.CreateTempSubdirectory("qemudsl-feed-").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (var project in Projects)
        {
            await DotNet.RunAsync(
                Checkout.File(project), TestContext.Current.CancellationToken,
                "pack", "-c", Configuration, "--no-restore", "-o", Folder, $"-p:PackageVersion={Version}", "-v", "q", "-nologo");
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
