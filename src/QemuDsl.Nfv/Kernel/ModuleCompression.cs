using System.IO.Compression;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Kernel modules as distributions pack them.</summary>
internal static class ModuleCompression
{
    /// <exception cref="HostException">It is packed in a way that .NET cannot read.</exception>
    public static ReadOnlyMemory<byte> Unpack(string host, string path, byte[] bytes)
    {
        if (path.EndsWith(".ko", StringComparison.Ordinal))
        {
            return bytes;
        }

        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            throw new HostException(
                host, $"'{path}' is packed in a way that is not read here. Unpack the modules beside it (unxz or unzstd, then depmod), or take a kernel whose modules are plain.");
        }

        using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        packed.CopyTo(plain);
        return plain.ToArray();
    }
}
