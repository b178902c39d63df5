namespace QemuDsl.TestKit;

/// <summary>The tiny Linux on a disk image with a boot loader of its own; built by <c>eng/tiny-disk.sh</c>.</summary>
/// <remarks>What <see cref="TinyLinux"/> says of the guest holds here too; its SSH server knows <see cref="Key"/>.</remarks>
public sealed class TinyDisk
{
    private TinyDisk(string folder)
    {
        Image = Path.Combine(folder, "disk.qcow2");
        Key = Path.Combine(folder, "key");
    }

    /// <summary>The image, in the format qcow2.</summary>
    public string Image { get; }

    /// <summary>The private key that root of the guest is logged in with.</summary>
    public string Key { get; }

    /// <summary>The built image; without it the test is skipped, on CI failed.</summary>
    public static TinyDisk Require()
    {
        var disk = new TinyDisk(Path.Combine(CacheFolder.FullPath, "tiny-disk"));
        if (!File.Exists(disk.Image) || !File.Exists(disk.Key))
        {
            Missing.Report($"the disk of tiny Linux is not in {CacheFolder.FullPath}: run eng/tiny-disk.sh");
        }

        return disk;
    }
}
