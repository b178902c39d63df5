using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>Programs and libraries that were built beside these tests.</summary>
internal static class Built
{
    public static string Tool => Checkout.Built("src/QemuDsl.Tool", "qemu-dsl");

    public static string HelloVm => Checkout.Built("samples/HelloVm", "HelloVm.dll");

    /// <summary>This assembly, for the profiles in it.</summary>
    public static string Tests => typeof(Built).Assembly.Location;

    /// <summary>An assembly without profiles.</summary>
    public static string Library => Checkout.Built("src/QemuDsl", "QemuDsl.dll");

    public static string ToolPage => Checkout.File("docs", "tool.md");
}
