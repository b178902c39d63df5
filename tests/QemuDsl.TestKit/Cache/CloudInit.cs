namespace QemuDsl.TestKit;

/// <summary>The distribution's cloud-init, for guests on this machine's root; fetched by <c>eng/cloud-init.sh</c>.</summary>
public static class CloudInit
{
    /// <summary>Where its Python packages are; without them the test is skipped, on CI failed.</summary>
    public static string RequirePackages()
    {
        var folder = Path.Combine(CacheFolder.FullPath, "cloud-init", "usr", "lib", "python3", "dist-packages");
        if (!Directory.Exists(Path.Combine(folder, "cloudinit")))
        {
            Missing.Report($"no cloud-init is in {CacheFolder.FullPath}: run eng/cloud-init.sh");
        }

        return folder;
    }
}
