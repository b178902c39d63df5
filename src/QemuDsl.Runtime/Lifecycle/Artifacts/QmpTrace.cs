using System.Globalization;
using System.Text;

namespace QemuDsl.Runtime;

/// <summary>The last lines that went over a QMP channel. They are kept as they came, because turning them into text costs more.</summary>
internal sealed class QmpTrace(TimeProvider time)
{
    private const int LineLimit = 4096;
    private const int TotalLimit = 128 * 1024;

    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset Time, bool Sent, byte[] Line, int Length)> _lines = new();
    private int _bytes;
    private long _forgotten;

    /// <summary>Keeps a line that is not changed afterwards.</summary>
    public void Add(bool sent, byte[] line)
    {
        var kept = line.Length <= LineLimit ? line : line[..LineLimit];
        lock (_lock)
        {
            _lines.Enqueue((time.GetUtcNow(), sent, kept, line.Length));
            _bytes += kept.Length;
            while (_bytes > TotalLimit)
            {
                _bytes -= _lines.Dequeue().Line.Length;
                _forgotten++;
            }
        }
    }

    /// <summary>One line of text a line, with when and in which direction it went.</summary>
    public string Text(Func<string, string> mask)
    {
        var text = new StringBuilder();
        lock (_lock)
        {
            if (_forgotten > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"({_forgotten} older lines were not kept)\n");
            }

            foreach (var (when, sent, line, length) in _lines)
            {
                var shown = mask(Encoding.UTF8.GetString(line).TrimEnd('\r', '\n'));
                var cut = length > line.Length ? string.Create(CultureInfo.InvariantCulture, $" … ({length} bytes)") : "";
                text.Append(CultureInfo.InvariantCulture, $"{when:HH:mm:ss.ffffff} {(sent ? '>' : '<')} {shown}{cut}\n");
            }
        }

        return text.ToString();
    }
}
