using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>A Linux kernel and its modules, as a distribution's package lays them out on a host.</summary>
/// <param name="Version">Its version, such as <c>6.1.0-56-amd64</c> (<c>uname -r</c>).</param>
/// <param name="Image">Path of the kernel.</param>
/// <param name="Modules">Directory of its modules, with <c>modules.dep</c>.</param>
public sealed record KernelFiles(string Version, string Image, string Modules)
{
    private const string ImagePrefix = "vmlinuz-";

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

    // A directory that is missing holds nothing.
    private static async Task<IReadOnlyList<string>> ListAsync(IVmHost host, string directory, CancellationToken cancellationToken)
    {
        var listed = await host.RunAsync(new HostCommand("ls", ["-1", directory]), cancellationToken).ConfigureAwait(false);
        return listed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Listed(IReadOnlyList<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names.Take(10));
}
