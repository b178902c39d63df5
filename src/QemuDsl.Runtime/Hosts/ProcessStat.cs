using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Reads <c>/proc/PID/stat</c>.</summary>
internal static class ProcessStat
{
    private const int StartTimeField = 22;

    /// <summary>Start of the process in clock ticks since boot; null when there is none, or only what its parent has not collected.</summary>
    public static long? StartTime(string? stat)
    {
        // The second field is the program's name in parentheses and may itself hold blanks and parentheses.
        var end = stat?.LastIndexOf(')') ?? -1;
        var fields = end < 0 ? [] : stat![(end + 2)..].Split(' ');
        return fields.Length > StartTimeField - 3 && fields[0] is not ("Z" or "X")
            && long.TryParse(fields[StartTimeField - 3], CultureInfo.InvariantCulture, out var ticks)
            ? ticks
            : null;
    }
}
