using System.Collections.Frozen;

namespace QemuDsl.TestKit;

/// <summary>Programs that tests need on this machine.</summary>
public static class Tools
{
    private static readonly FrozenDictionary<string, string> Packages = new Dictionary<string, string>
    {
        ["qemu-system-x86_64"] = "qemu-system-x86",
        ["qemu-system-aarch64"] = "qemu-system-arm",
        ["qemu-img"] = "qemu-utils",
        ["qemu-storage-daemon"] = "qemu-system-common",
        ["virtiofsd"] = "virtiofsd, before Debian 13 qemu-system-common",
        ["setpriv"] = "util-linux",
        ["taskset"] = "util-linux",
        ["dropbear"] = "dropbear-bin",
        ["sshd"] = "openssh-server",
        ["dpdk-testpmd"] = "dpdk-dev",
        ["dbclient"] = "dropbear-bin",
    }.ToFrozenDictionary();

    /// <summary>Path of a program; without it the test is skipped, on CI failed.</summary>
    public static string Require(string name)
    {
        var path = Find(name);
        if (path is null)
        {
            Missing.Report($"{name} is not installed: apt-get install {Packages.GetValueOrDefault(name, name)}");
        }

        return path;
    }

    /// <summary>Path of the QEMU that emulates a target, such as <c>x86_64</c>; without it the test is skipped, on CI failed.</summary>
    public static string Qemu(string target) => Require($"qemu-system-{target}");

    /// <summary>Path of a program, or null.</summary>
    public static string? Find(string name) =>
        SearchPath().Select(directory => Path.Combine(directory, name)).FirstOrDefault(IsExecutable);

    // Servers such as sshd live in sbin, which is not on every user's PATH; virtiofsd is nowhere on it.
    private static IEnumerable<string> SearchPath() =>
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries),
        "/usr/sbin", "/sbin", "/usr/libexec", "/usr/lib/qemu",
    ];

    private static bool IsExecutable(string path) =>
        File.Exists(path) && (File.GetUnixFileMode(path) & UnixFileMode.UserExecute) != 0;
}
