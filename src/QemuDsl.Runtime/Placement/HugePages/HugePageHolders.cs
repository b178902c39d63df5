using System.Globalization;

namespace QemuDsl.Runtime;

/// <summary>Tells who holds the huge pages of a host.</summary>
internal static class HugePageHolders
{
    private const int Shown = 10;

    public static async Task<string> DescribeAsync(IVmHost host, string root, CancellationToken cancellationToken)
    {
        var result = await HostShell.RunAsync(host, "list-huge-pages.sh", [root], cancellationToken).ConfigureAwait(false);
        var lines = result.Output.Split('\n');
        var holders = Processes(lines).Concat(lines.Select(File).OfType<Holder>()).OrderByDescending(static holder => holder.Size).ToList();
        return holders.Count == 0
            ? "No process and no file that can be seen from here holds any."
            : "They are held by:\n" + string.Join('\n', holders.Take(Shown))
                + (holders.Count > Shown ? $"\n  and {holders.Count - Shown} more" : "");
    }

    private static IEnumerable<Holder> Processes(string[] lines)
    {
        var name = "";
        foreach (var line in lines.Where(static line => line.Contains("/status:", StringComparison.Ordinal)))
        {
            // PATH/PID/status:KEY:\tVALUE; the name of a process comes before its pages.
            var fields = line.Split(':', 3);
            var pid = Path.GetFileName(Path.GetDirectoryName(fields[0]));
            if (fields is [_, "Name", var value])
            {
                name = value.Trim();
            }
            else if (fields is [_, "HugetlbPages", var pages] && Kilobytes(pages) is > 0 and var kilobytes)
            {
                yield return new Holder(new ByteSize(kilobytes * 1024), $"{name} (pid {pid})");
            }
        }
    }

    private static Holder? File(string line) => line.Split(' ', 4) is ["file", var blocks, var size, var path]
        && long.TryParse(blocks, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && count > 0
            ? new Holder(new ByteSize(count * bytes), $"file {path}")
            : null;

    private static long Kilobytes(string text) =>
        long.TryParse(text.AsSpan().Trim().TrimEnd(" kB"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private sealed record Holder(ByteSize Size, string Name)
    {
        public override string ToString() => $"  {Size}: {Evidence.Printable(Name)}";
    }
}
