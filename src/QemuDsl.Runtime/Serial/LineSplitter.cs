using System.Text;

namespace QemuDsl.Runtime;

/// <summary>Makes lines of the bytes a guest writes; one without an end is cut.</summary>
internal sealed class LineSplitter
{
    private const int LineLimit = 16 * 1024;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _line = new();

    public List<string> Take(ReadOnlySpan<byte> bytes)
    {
        var characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        var lines = new List<string>();
        foreach (var character in characters.AsSpan(0, _decoder.GetChars(bytes, characters, flush: false)))
        {
            if (character != '\n')
            {
                _line.Append(character);
            }

            if (character == '\n' || _line.Length == LineLimit)
            {
                lines.Add(Rest());
            }
        }

        return lines;
    }

    /// <summary>What has come of the last line, without the carriage return that guests write before a line feed.</summary>
    public string Rest()
    {
        var line = _line.ToString().TrimEnd('\r');
        _line.Clear();
        return line;
    }
}
