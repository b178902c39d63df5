using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Looks at processes through <c>/proc</c> and sends them signals.</summary>
internal static class Processes
{
    private const int ParentField = 4;
    private const int SessionField = 6;

    /// <summary>
    /// Sends a signal; a process that is to stop has stopped then, which takes a moment. It is told again if need be: a supervisor that has just been
    /// left to itself is continued by its reader.
    /// </summary>
    public static async Task SignalAsync(int pid, string signal)
    {
        await SendAsync(pid, signal);
        if (signal == "STOP")
        {
            await Eventually.TrueAsync(async () => Stat(pid)[0] == "T" || !await SendAsync(pid, signal), $"{pid} has stopped");
        }
    }

    /// <summary>Of the program it runs, at most 15 characters; none when it is gone.</summary>
    public static string NameOf(int pid)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/comm")).TrimEnd();
        }
        catch (IOException)
        {
            return "";
        }
    }

    public static int ParentOf(int pid) => Field(pid, ParentField);

    public static int SessionOf(int pid) => Field(pid, SessionField);

    /// <summary>How many bytes it has written, wherever to.</summary>
    public static long Written(int pid) => long.Parse(
        File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/io"))
            .Single(static line => line.StartsWith("wchar:", StringComparison.Ordinal)).Split(' ')[1],
        CultureInfo.InvariantCulture);

    /// <summary>The user it runs as.</summary>
    public static string UserOf(int pid) => File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/status"))
        .Single(static line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];

    /// <summary>A zombie counts as gone.</summary>
    public static bool IsAlive(int pid)
    {
        try
        {
            return Stat(pid)[0] is not ("Z" or "X");
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Whoever has the path in its arguments or open, such as a QEMU or a reader of a FIFO there.</summary>
    public static IReadOnlyList<string> Using(string path) =>
    [
        .. from entry in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var pid) && pid != Environment.ProcessId
           let arguments = Arguments(entry)
           where arguments.Contains(path, StringComparison.Ordinal) || Opened(entry).Any(file => file.Contains(path, StringComparison.Ordinal))
           select $"{Path.GetFileName(entry)}: {arguments[..Math.Min(arguments.Length, 200)]}",
    ];

    private static async Task<bool> SendAsync(int pid, string signal)
    {
        await ChildProcess.RunAsync("/bin/sh", ["-c", "kill -s \"$1\" \"$2\"", "sh", signal, pid.ToString(CultureInfo.InvariantCulture)]);
        return true;
    }

    private static int Field(int pid, int number) => int.Parse(Stat(pid)[number - 3], CultureInfo.InvariantCulture);

    private static string[] Stat(int pid)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat"));
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static string Arguments(string entry)
    {
        try
        {
            return File.ReadAllText($"{entry}/cmdline").Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static List<string> Opened(string entry)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries($"{entry}/fd").Select(static link => new FileInfo(link).LinkTarget ?? "")];
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
