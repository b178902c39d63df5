using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>A Linux kernel and its modules, as a distribution's package lays them out on a host.</summary>
/// <param name="Version">Its version, such as <c>6.1.0-56-amd64</c> (<c>uname -r</c>).</param>
/// <param name="Image">Path of the kernel.</param>
/// <param name="Modules">Directory of its modules, with <c>modules.dep</c>.</param>
public sealed record KernelFiles(string Version, string Image, string Modules)
{
    private const string ImagePrefix = "vmlinuz-";
    private const int LargestImage = 512 << 20;

    /// <summary>Finds the newest kernel whose modules are there too.</summary>
    /// <param name="host">The host.</param>
    /// <param name="root">Where a kernel's package was unpacked; the host's own root when it was installed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">There is none; the message tells what was found.</exception>
    public static async Task<KernelFiles> FindAsync(IVmHost host, string root = "/", CancellationToken cancellationToken = default)
    {
        var prefix = root.TrimEnd('/');
        var images = await ListAsync(host, $"{prefix}/boot", cancellationToken).ConfigureAwait(false);
        var modules = await ListAsync(host, $"{prefix}/lib/modules", cancellationToken).ConfigureAwait(false);
        var versions = images.Where(static name => name.StartsWith(ImagePrefix, StringComparison.Ordinal)).Select(static name => name[ImagePrefix.Length..]);
        var newest = versions.Intersect(modules).Max(KernelVersionComparer.Instance);
        return newest is not null
            ? new KernelFiles(newest, $"{prefix}/boot/{ImagePrefix}{newest}", $"{prefix}/lib/modules/{newest}")
            : throw new HostException(
                host.Name,
                $"there is no kernel {prefix}/boot/vmlinuz-VERSION with modules in {prefix}/lib/modules/VERSION; there are "
                + $"{Listed(images)} and {Listed(modules)}. Install one (Debian: apt-get install linux-image-amd64), or name its files.");
    }

    /// <summary>A kernel whose file is named, with its modules.</summary>
    /// <param name="host">The host.</param>
    /// <param name="image">The kernel: <c>vmlinuz-VERSION</c>, <c>vmlinux-VERSION</c>, or a file of any name with Linux's x86 boot header (<c>bzImage</c>).</param>
    /// <param name="root">Where its modules are, in <c>lib/modules/VERSION</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="HostException">It is missing, nothing tells its version, or its modules are missing.</exception>
    public static async Task<KernelFiles> OfImageAsync(IVmHost host, string image, string root = "/", CancellationToken cancellationToken = default)
    {
        var bytes = await host.ReadBytesAsync(image, LargestImage, cancellationToken).ConfigureAwait(false)
            ?? throw new HostException(host.Name, $"there is no kernel '{image}'.");
        var version = KernelImage.VersionOfName(image) ?? KernelImage.VersionOfHeader(bytes)
            ?? throw new HostException(host.Name, $"nothing tells the version of kernel '{image}', and its modules are found by that. Name it vmlinuz-VERSION.");
        var modules = $"{root.TrimEnd('/')}/lib/modules/{version}";
        return await host.ReadBytesAsync($"{modules}/modules.dep", LargestImage, cancellationToken).ConfigureAwait(false) is not null
            ? new KernelFiles(version, image, modules)
            : throw new HostException(host.Name, $"'{image}' is kernel {version}, and '{modules}/modules.dep' is missing. Install its modules (make modules_install), or run depmod.");
    }

    // A directory that is missing holds nothing.
    private static async Task<IReadOnlyList<string>> ListAsync(IVmHost host, string directory, CancellationToken cancellationToken)
    {
        var listed = await host.RunAsync(new HostCommand("ls", ["-1", directory]), cancellationToken).ConfigureAwait(false);
        return listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names.Take(10));
}
