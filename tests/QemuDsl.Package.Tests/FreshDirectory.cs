namespace QemuDsl.Package.Tests;

/// <summary>A directory outside the repository that knows the feed and nothing else of it.</summary>
internal sealed class FreshDirectory : IDisposable
{
    public FreshDirectory(PackageFeed feed) => Write(
        "nuget.config",
        $"""
        <configuration><packageSources><add key="packagetest" value="{feed.Folder}" /></packageSources></configuration>
        """);

    public string Folder { get; } = Directory.CreateTempSubdirectory("qemudsl-user-").FullName;

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
