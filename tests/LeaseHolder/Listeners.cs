using System.Globalization;

namespace LeaseHolder;

/// <summary>Listening TCP sockets by their inodes: the number of a port may be somebody else's a moment later.</summary>
internal static class Listeners
{
    public static IEnumerable<string> All() => TcpSocket.All().Where(static socket => socket.State == "0A").Select(static socket => socket.Inode);

    public static IEnumerable<string> Of(int pid)
    {
        var open = TcpSocket.InodesOf(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}"));
        return All().Where(open.Contains);
    }
}
