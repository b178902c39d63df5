namespace QemuDsl.Tool.Tests;

/// <summary>Programs and libraries that were built beside these tests.</summary>
internal static class Built
{
    private static readonly string Root = FindRoot();

    public static string Tool => Output("src/QemuDsl.Tool", "qemu-dsl");

    public static string HelloVm => Output("samples/HelloVm", "HelloVm.dll");

    /// <summary>This assembly, for the profiles in it.</summary>
    public static string Tests => typeof(Built).Assembly.Location;

    /// <summary>An assembly without profiles.</summary>
    public static string Library => Output("src/QemuDsl", "QemuDsl.dll");

    public static string ToolPage => Path.Combine(Root, "docs", "tool.md");

    // bin/Release/net10.0 of the tests is the same folder of every other project.
    private static string Output(string project, string file) =>
        Path.Combine(Root, project, Path.GetRelativePath(Path.Combine(Root, "tests", "QemuDsl.Tool.Tests"), AppContext.BaseDirectory), file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "QemuDsl.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
