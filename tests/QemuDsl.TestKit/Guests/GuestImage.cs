namespace QemuDsl.TestKit;

/// <summary>A guest of a few bytes, and how QEMU is told to boot it.</summary>
public sealed class GuestImage
{
    private readonly byte[] _bytes;
    private readonly Func<string, string[]> _bootFrom;

    internal GuestImage(string fileName, IReadOnlyList<string> machines, Func<string, string[]> bootFrom, byte[] bytes)
    {
        FileName = fileName;
        Machines = machines;
        _bootFrom = bootFrom;
        _bytes = bytes;
    }

    /// <summary>Name the image is written under.</summary>
    public string FileName { get; }

    /// <summary>Machine types (<c>-machine</c>) that boot it.</summary>
    public IReadOnlyList<string> Machines { get; }

    /// <summary>The image itself.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Writes the image into a folder and returns its path.</summary>
    public string WriteTo(string directory)
    {
        var path = Path.Combine(directory, FileName);
        File.WriteAllBytes(path, _bytes);
        return path;
    }

    /// <summary>Arguments that boot the image from where it was written.</summary>
    public IReadOnlyList<string> BootArguments(string path) => _bootFrom(path);

    // readonly=on: without it the second VM on one image fails on the write lock.
    internal static GuestImage Floppy(string fileName, RealModeCode code, params string[] machines) =>
        new(fileName, machines, path => ["-drive", $"if=floppy,format=raw,readonly=on,file={Escape(path)}"], code.ToBootSector());

    private static string Escape(string path) => path.Replace(",", ",,", StringComparison.Ordinal);
}
