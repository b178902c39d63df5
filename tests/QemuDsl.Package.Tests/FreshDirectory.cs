namespace QemuDsl.Package.Tests;

/// <summary>A directory outside the repository that knows the feed and nothing else of it.</summary>
internal sealed class FreshDirectory : IDisposable
{
    /// <summary>Made as the README has it.</summary>
    public FreshDirectory(PackageFeed feed) => Write(
        "nuget.config", CodeBlocks.In("README.md", "xml").Single().Replace("FOLDER", feed.Folder, StringComparison.Ordinal));

    public string Folder { get; } = Directory.CreateTempSubdirectory("qemudsl-user-").FullName;

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
