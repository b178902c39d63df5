namespace QemuDsl.Runtime;

/// <summary>Many small files of <c>/sys</c> and <c>/proc</c>, read in one exec.</summary>
internal sealed class HostFiles
{
    private readonly Dictionary<string, string> _texts;

    private HostFiles(Dictionary<string, string> texts) => _texts = texts;

    public IEnumerable<string> Paths => _texts.Keys;

    /// <summary>Reads what the patterns of the shell match. A file that is missing, unreadable or gone meanwhile is not there.</summary>
    public static Task<HostFiles> ReadAsync(IVmHost host, IEnumerable<string> patterns, CancellationToken cancellationToken) =>
        ReadAsync(new HostShell(host), patterns, cancellationToken);

    /// <inheritdoc cref="ReadAsync(IVmHost, IEnumerable{string}, CancellationToken)"/>
    public static async Task<HostFiles> ReadAsync(IShell shell, IEnumerable<string> patterns, CancellationToken cancellationToken)
    {
        var result = await shell.RunAsync("read-files.sh", patterns, cancellationToken).ConfigureAwait(false);
        return result.Code == 0
            ? new HostFiles(Parse(result.Output))
            : throw new HostException(
                shell.HostName, $"its files could not be read: the shell ended with {result.Code}. {Evidence.Printable(result.Errors.Trim())}");
    }

    /// <summary>Text of a file without the blanks around it; null when it is not there.</summary>
    public string? Text(string path) => _texts.GetValueOrDefault(path)?.Trim();

    /// <summary>A file with a number; null when it is not there or holds none.</summary>
    public long? Number(string path) => long.TryParse(Text(path), out var number) ? number : null;

    /// <summary>A file with a list of CPUs; empty when it is not there, empty or none.</summary>
    public CpuSet Cpus(string path) => CpuSets.ParseOrEmpty(Text(path));

    private static Dictionary<string, string> Parse(string output)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        string? path = null;
        var begin = 0;
        var lines = output.Split('\n');
        for (var index = 0; index <= lines.Length; index++)
        {
            if (index == lines.Length || lines[index].StartsWith('@'))
            {
                if (path is not null)
                {
                    texts[path] = string.Join('\n', lines[begin..index].Select(static line => line.Length > 0 ? line[1..] : ""));
                }

                path = index < lines.Length ? lines[index][1..] : null;
                begin = index + 1;
            }
        }

        return texts;
    }
}
