using System.Globalization;

namespace LeaseHolder;

/// <summary>Listening TCP sockets by their inodes: the number of a port may be somebody else's a moment later.</summary>
internal static class Listeners
{
    private const int StateColumn = 3;
    private const int InodeColumn = 9;

    public static IEnumerable<string> All() =>
        from line in File.ReadLines("/proc/net/tcp").Skip(1)
        let columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where columns[StateColumn] == "0A"
        select columns[InodeColumn];

    public static IEnumerable<string> Of(int pid)
    {
        var open = Directory.EnumerateFileSystemEntries(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/fd"))
            .Select(static link => new FileInfo(link).LinkTarget ?? "").ToHashSet();
        return All().Where(inode => open.Contains($"socket:[{inode}]"));
    }
}
