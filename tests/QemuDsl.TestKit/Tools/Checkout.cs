namespace QemuDsl.TestKit;

/// <summary>The checkout that the tests were built from and run in.</summary>
public static class Checkout
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Absolute path of something in it.</summary>
    public static string File(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo folder)
    {
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "QemuDsl.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"There is no QemuDsl.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
