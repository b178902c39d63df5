namespace LeaseHolder;

/// <summary>The sessions that an sshd of this machine has with this process, and what runs in them.</summary>
internal sealed class Sessions
{
    private const int Patience = 1000;
    private const string Established = "01";

    private readonly HashSet<string> _processes;

    private Sessions(HashSet<string> processes) => _processes = processes;

    /// <summary>How many there are.</summary>
    public int Count => _processes.Count;

    /// <summary>How many are still there.</summary>
    public int Living => Processes().Count(process => _processes.Contains(process.Id));

    /// <summary>How many programs run in them.</summary>
    public int Programs => Processes().Count(process => _processes.Contains(process.Parent));

    public static Sessions Find()
    {
        var own = Own();
        var others = TcpSocket.All().Where(socket => own.Contains((socket.Remote, socket.Local))).Select(static socket => socket.Inode).ToHashSet();
        return new Sessions([.. Processes().Select(static process => process.Id).Where(id => TcpSocket.InodesOf($"/proc/{id}").Overlaps(others))]);
    }

    /// <summary>Connections of this process.</summary>
    public static HashSet<(string Local, string Remote)> Own()
    {
        var sockets = TcpSocket.InodesOf("/proc/self");
        return [.. from socket in TcpSocket.All() where socket.State == Established && sockets.Contains(socket.Inode) select (socket.Local, socket.Remote)];
    }

    /// <summary>Waits until a figure is what it is to be, or as it is after a while.</summary>
    public static async Task<int> SettleAsync(Func<int> figure, int expected)
    {
        for (var look = 0; look < Patience && figure() != expected; look++)
        {
            await Task.Delay(10);
        }

        return figure();
    }

    private static IEnumerable<(string Id, string Parent)> Processes() =>
        from entry in Directory.EnumerateDirectories("/proc")
        where char.IsAsciiDigit(Path.GetFileName(entry)[0])
        let stat = Stat(entry)
        where stat is not (null or ["Z" or "X", ..])
        select (Path.GetFileName(entry), stat[1]);

    // From the state on.
    private static string[]? Stat(string entry)
    {
        try
        {
            var stat = File.ReadAllText($"{entry}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
