namespace LeaseHolder;

/// <summary>A TCP socket as the kernel lists it.</summary>
internal sealed record TcpSocket(string Local, string Remote, string State, string Inode)
{
    private const int LocalColumn = 1;
    private const int RemoteColumn = 2;
    private const int StateColumn = 3;
    private const int InodeColumn = 9;
    private const string Link = "socket:[";
    private const int AddressDigits = 8;

    /// <summary>IPv6's too where there are any: .NET connects to IPv4 addresses from such sockets.</summary>
    public static IEnumerable<TcpSocket> All() =>
        from list in new[] { "/proc/net/tcp", "/proc/net/tcp6" }
        where File.Exists(list)
        from line in File.ReadLines(list).Skip(1)
        let columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        select new TcpSocket(Place(columns[LocalColumn]), Place(columns[RemoteColumn]), columns[StateColumn], columns[InodeColumn]);

    /// <summary>Those of all sockets that a process has, none when it is gone or another user's.</summary>
    public static IReadOnlySet<string> InodesOf(string process)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"{process}/fd")
                .Select(static link => new FileInfo(link).LinkTarget ?? "")
                .Where(static target => target.StartsWith(Link, StringComparison.Ordinal))
                .Select(static target => target[Link.Length..^1])
                .ToHashSet();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return new HashSet<string>();
        }
    }

    // An IPv4 address is the end of its IPv6 one.
    private static string Place(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return text[Math.Max(0, colon - AddressDigits)..];
    }
}
