namespace QemuDsl.TestKit;

/// <summary>The distribution's kernel with its modules and a static busybox, for VMs on this machine's root; fetched by <c>eng/host-kernel.sh</c>.</summary>
public static class HostKernel
{
    /// <summary>Where they were unpacked; without them the test is skipped, on CI failed.</summary>
    public static string Require()
    {
        var folder = Path.Combine(CacheFolder.FullPath, "host-kernel");
        if (!File.Exists(Busybox(folder)) || !Directory.Exists(Path.Combine(folder, "lib", "modules")))
        {
            Missing.Report($"no kernel for VMs on the host's root is in {CacheFolder.FullPath}: run eng/host-kernel.sh");
        }

        return folder;
    }

    /// <summary>The kernel as an ELF file: a guest under TCG starts three seconds sooner when it has nothing to unpack.</summary>
    public static string Unpacked(string folder, string version) => Path.Combine(folder, "boot", $"vmlinux-{version}");

    /// <summary>The busybox in it.</summary>
    public static string Busybox(string folder) => Path.Combine(folder, "bin", "busybox");
}
