namespace QemuDsl.Package.Tests;

/// <summary>A directory outside the repository that knows the feed and nothing else of it.</summary>
internal sealed class FreshDirectory : IDisposable
{
    /// <summary>Made as the README has it. The folder of packages is one of its own that all of them share: each is unpacked once.</summary>
    public FreshDirectory(PackageFeed feed) => Write(
        "nuget.config",
        CodeBlocks.In("README.md", "xml").Single()
            .Replace("FOLDER", feed.Folder, StringComparison.Ordinal)
            .Replace("<packageSources>", $"<config><add key=\"globalPackagesFolder\" value=\"{feed.Unpacked}\" /></config>\n  <packageSources>", StringComparison.Ordinal));

    public string Folder { get; } = Directory.CreateTempSubdirectory("qemudsl-user-").FullName;

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Has packages come from a folder in it, too.</summary>
    public void AddSource(string folder)
    {
        var config = Path.Combine(Folder, "nuget.config");
        File.WriteAllText(
            config,
            File.ReadAllText(config).Replace(
                "</packageSources>", $"  <add key=\"{folder}\" value=\"{Path.Combine(Folder, folder)}\" />\n  </packageSources>", StringComparison.Ordinal));
    }

    /// <summary>Runs <c>dotnet</c> in it and returns the output.</summary>
    public Task<string> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    /// <summary>The same with a token of the caller's.</summary>
    public async Task<string> RunAsync(CancellationToken cancellationToken, params string[] arguments) =>
        DotNet.Succeeded(Folder, arguments, await DotNet.TryAsync(Folder, null, cancellationToken, arguments));

    /// <summary>The same, whatever the end is.</summary>
    public Task<(int ExitCode, string Output)> TryAsync(params string[] arguments) => DotNet.TryAsync(Folder, null, TestContext.Current.CancellationToken, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
