using System.Runtime.InteropServices;

namespace QemuDsl.Runtime.Tests;

internal static class NativeMethods
{
    /// <summary>CLONE_NEWNET of setns(2).</summary>
    public const int Network = 0x40000000;

    /// <summary>Takes the calling thread into a namespace (setns(2)).</summary>
    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int SetNamespace(int descriptor, int kind);
}
