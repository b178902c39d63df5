using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace QemuDsl.Runtime;

/// <summary>Runs shell programs through a supervisor that takes requests: no exec more.</summary>
internal sealed class SupervisorShell(string hostName, string nonce, Stream input) : IShell
{
    private readonly ConcurrentDictionary<int, ShellRequest> _asked = new();
    private int _lastId;
    private volatile Exception? _broken;

    public string HostName => hostName;

    public async Task<HostResult> RunAsync(string script, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var line = Line(id, script, [.. arguments]);
        var request = _asked[id] = new ShellRequest(hostName, script);
        try
        {
            // Looked at after the entry is made: whoever breaks the channel in between finds the entry and fails it.
            if (_broken is { } broken)
            {
                throw broken;
            }

            // Not cancelled half-way: half a request would garble what comes behind it.
            await input.WriteAsync(line, CancellationToken.None).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
            return await request.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _asked.TryRemove(id, out _);
        }
    }

    /// <summary>No request follows: what is written from now on is QEMU's.</summary>
    public async Task GoAsync(CancellationToken cancellationToken) =>
        await input.WriteAsync(Encoding.UTF8.GetBytes($"@@{nonce} go\n"), CancellationToken.None)
            .AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Takes a line of what a program prints: its number and the text.</summary>
    public void TakeLine(string rest)
    {
        var blank = rest.IndexOf(' ', StringComparison.Ordinal);
        Find(blank < 0 ? rest : rest[..blank])?.Take(blank < 0 ? "" : rest[(blank + 1)..]);
    }

    /// <summary>Takes the end of a program.</summary>
    public void TakeEnd(string rest) => Find(rest)?.End();

    /// <summary>Nothing is answered any more.</summary>
    public void Break(Exception why)
    {
        _broken = why;
        foreach (var request in _asked.Values)
        {
            request.Break(why);
        }
    }

    private ShellRequest? Find(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? _asked.GetValueOrDefault(number) : null;

    private byte[] Line(int id, string script, IReadOnlyList<string> arguments)
    {
        if (arguments.FirstOrDefault(static argument => argument.Contains('\n', StringComparison.Ordinal)) is { } several)
        {
            throw new HostException(hostName, $"'{Evidence.Printable(several)}' has a line feed, which no path or list of CPUs there may have.");
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"@@{nonce} run {id} {arguments.Count}\n");
        text.Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(HostShell.Load(script)))).Append('\n');
        text.AppendJoin("", arguments.Select(static argument => argument + '\n'));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
