using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace QemuDsl.Nfv;

/// <summary>
/// A cpio archive in the "newc" form that Linux unpacks as its first root (Documentation/driver-api/early-userspace/buffer-format.rst). All is of 1970, so
/// that the same content makes the same bytes, and belongs to root if no file says otherwise.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A MemoryStream holds nothing that has to be freed.")]
internal sealed class CpioArchive
{
    private const int Directory = 0x4000;
    private const int Regular = 0x8000;
    private const int Link = 0xA000;
    private const int Character = 0x2000;

    private readonly MemoryStream _bytes = new();
    private readonly HashSet<string> _paths = [];
    private uint _inode;

    /// <summary>Adds a file, and the directories it is in.</summary>
    public void Add(GuestFile file)
    {
        AddParents(file.Path);
        Write(file.Path, Regular | (int)file.Mode, file.Content.Span, owner: file.Owner, group: file.Group);
    }

    /// <summary>Adds a directory that anybody can read.</summary>
    public void AddDirectory(string path)
    {
        AddParents(path);
        if (!_paths.Contains(Relative(path)))
        {
            Write(path, Directory | 0b111_101_101, []);
        }
    }

    /// <summary>Adds a symbolic link.</summary>
    public void AddLink(string path, string target)
    {
        AddParents(path);
        Write(path, Link | 0b111_111_111, Encoding.UTF8.GetBytes(target));
    }

    /// <summary>Adds a character device that only root uses.</summary>
    public void AddDevice(string path, uint major, uint minor)
    {
        AddParents(path);
        Write(path, Character | 0b110_000_000, [], major, minor);
    }

    /// <summary>The whole archive.</summary>
    public byte[] ToBytes()
    {
        using var all = new MemoryStream();
        _bytes.WriteTo(all);
        var archive = new CpioArchive();
        archive.WriteEntry("TRAILER!!!", 0, [], 0, 0, 0, 0, 0);
        archive._bytes.WriteTo(all);
        return all.ToArray();
    }

    private void AddParents(string path)
    {
        if (Relative(path) is var relative && relative.LastIndexOf('/') is > 0 and var end)
        {
            AddDirectory(relative[..end]);
        }
    }

    private void Write(string path, int mode, ReadOnlySpan<byte> content, uint major = 0, uint minor = 0, int owner = 0, int group = 0)
    {
        var relative = Relative(path);
        if (!_paths.Add(relative))
        {
            throw new ArgumentException($"'{path}' is in the archive already.", nameof(path));
        }

        WriteEntry(relative, mode, content, owner, group, major, minor, ++_inode);
    }

    // magic, inode, mode, owner, group, links, time, size, device (2), device of a node (2), length of the name, checksum: each 8 hex digits.
    private void WriteEntry(string name, int mode, ReadOnlySpan<byte> content, int owner, int group, uint major, uint minor, uint inode)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"070701{inode:X8}{mode:X8}{owner:X8}{group:X8}{1:X8}{0:X8}{content.Length:X8}{0:X8}{0:X8}{major:X8}{minor:X8}{text.Length + 1:X8}{0:X8}");
        _bytes.Write(Encoding.ASCII.GetBytes(head));
        _bytes.Write(text);
        _bytes.WriteByte(0);
        Pad();
        _bytes.Write(content);
        Pad();
    }

    private void Pad()
    {
        while (_bytes.Length % 4 != 0)
        {
            _bytes.WriteByte(0);
        }
    }

    private static string Relative(string path)
    {
        var parts = path.Trim('/').Split('/');
        return parts.Any(static part => part is "" or "." or "..") || path.Contains('\0', StringComparison.Ordinal)
            ? throw new ArgumentException($"'{path}' is no path of a file: write it from the root on, without '.' and '..'.", nameof(path))
            : string.Join('/', parts);
    }
}
