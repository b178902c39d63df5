namespace QemuDsl.TestKit;

/// <summary>The checkout that the tests were built from and run in.</summary>
public static class Checkout
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Absolute path of something in it.</summary>
    public static string File(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>Absolute path of what a project was built to, in the configuration of the running tests.</summary>
    public static string Built(string project, string file) =>
        File(project, AppContext.BaseDirectory[(AppContext.BaseDirectory.LastIndexOf("/bin/", StringComparison.Ordinal) + 1)..], file);

    private static string Find(DirectoryInfo folder)
    {
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "QemuDsl.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"There is no QemuDsl.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
