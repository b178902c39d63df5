using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>Programs and libraries that were built beside these tests.</summary>
internal static class Built
{
    public static string Tool => Output("src/QemuDsl.Tool", "qemu-dsl");

    public static string HelloVm => Output("samples/HelloVm", "HelloVm.dll");

    /// <summary>This assembly, for the profiles in it.</summary>
    public static string Tests => typeof(Built).Assembly.Location;

    /// <summary>An assembly without profiles.</summary>
    public static string Library => Output("src/QemuDsl", "QemuDsl.dll");

    public static string ToolPage => Checkout.File("docs", "tool.md");

    // bin/Release/net10.0 of the tests is the same folder of every other project.
    private static string Output(string project, string file) =>
        Checkout.File(project, Path.GetRelativePath(Checkout.File("tests", "QemuDsl.Tool.Tests"), AppContext.BaseDirectory), file);
}
