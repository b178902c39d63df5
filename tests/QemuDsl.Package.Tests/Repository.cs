namespace QemuDsl.Package.Tests;

/// <summary>The checkout the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string directory)
    {
        for (var current = new DirectoryInfo(directory); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "QemuDsl.sln")))
            {
                return current.FullName;
            }
        }

        throw new InvalidOperationException($"There is no QemuDsl.sln above {directory}.");
    }
}
