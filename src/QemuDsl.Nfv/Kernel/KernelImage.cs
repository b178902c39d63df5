using System.Buffers.Binary;
using System.Text;

namespace QemuDsl.Nfv;

/// <summary>What version a kernel's file is of.</summary>
internal static class KernelImage
{
    private static readonly string[] Prefixes = ["vmlinuz-", "vmlinux-"];

    // Linux's x86 boot protocol (Documentation/arch/x86/boot.rst): "HdrS", and where its version is, from the second sector on.
    private const int Magic = 0x202;
    private const int VersionPointer = 0x20E;
    private const int Sector = 0x200;

    public static string? VersionOfName(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return Prefixes.Where(prefix => name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length)
            .Select(prefix => name[prefix.Length..]).FirstOrDefault();
    }

    public static string? VersionOfHeader(ReadOnlySpan<byte> image)
    {
        if (image.Length < VersionPointer + 2 || !image[Magic..].StartsWith("HdrS"u8))
        {
            return null;
        }

        // "6.1.0-56-amd64 (builder@host) #1 SMP …".
        var start = BinaryPrimitives.ReadUInt16LittleEndian(image[VersionPointer..]) + Sector;
        var text = start < image.Length ? image[start..] : [];
        var end = text.IndexOfAny((byte)' ', (byte)0);
        return end > 0 ? Encoding.ASCII.GetString(text[..end]) : null;
    }
}
