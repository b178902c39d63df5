using System.IO.Compression;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Kernel modules as distributions pack them.</summary>
internal static class ModuleCompression
{
    private const int LargestModule = 64 << 20;

    // .NET reads only gzip. The host has what unpacks its own modules, as a rule: kmod and the initramfs tools need the same.
    private static readonly Dictionary<string, (string Program, string Package)> Programs = new()
    {
        [".xz"] = ("xz", "xz-utils"),
        [".zst"] = ("zstd", "zstd"),
    };

    /// <summary>A module of the host, unpacked; null when there is no such file.</summary>
    /// <exception cref="HostException">It cannot be unpacked.</exception>
    public static async Task<byte[]?> ReadAsync(IVmHost host, string path, CancellationToken cancellationToken)
    {
        var bytes = await host.ReadBytesAsync(path, LargestModule, cancellationToken).ConfigureAwait(false);
        return Path.GetExtension(path) switch
        {
            _ when bytes is null => null,
            ".ko" => bytes,
            ".gz" => Gunzip(host, path, bytes),
            var packed when Programs.TryGetValue(packed, out var tool) =>
                await UnpackAsync(host, path, tool.Program, tool.Package, cancellationToken).ConfigureAwait(false),
            _ => throw new HostException(host.Name, $"'{path}' is packed in a way that is not read here. Unpack the modules, then run depmod, or take another kernel."),
        };
    }

    private static byte[] Gunzip(IVmHost host, string path, byte[] bytes)
    {
        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        try
        {
            packed.CopyTo(plain);
        }
        catch (InvalidDataException failure)
        {
            throw Broken(host, path, failure.Message.TrimEnd('.'));
        }

        return plain.ToArray();
    }

    private static async Task<byte[]> UnpackAsync(IVmHost host, string path, string name, string package, CancellationToken cancellationToken)
    {
        var program = await host.FindProgramAsync(name, cancellationToken).ConfigureAwait(false)
            ?? throw new HostException(host.Name, $"'{path}' is unpacked by {name}, which is missing. Install it (Debian: apt-get install {package}).");
        var process = await host.StartProcessAsync(new HostCommand(program, ["-dc", path]), cancellationToken).ConfigureAwait(false);
        await using (process.ConfigureAwait(false))
        {
            await process.Stdin.DisposeAsync().ConfigureAwait(false);
            using var words = new StreamReader(process.Stderr, leaveOpen: true);
            var errors = words.ReadToEndAsync(cancellationToken);
            using var plain = new MemoryStream();
            await process.Stdout.CopyToAsync(plain, cancellationToken).ConfigureAwait(false);
            var code = await process.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
            return code == 0
                ? plain.ToArray()
                : throw Broken(host, path, (await errors.ConfigureAwait(false)).Trim());
        }
    }

    private static HostException Broken(IVmHost host, string path, string why) =>
        new(host.Name, $"'{path}' cannot be unpacked: {why}. Install the kernel's package anew.");
}
