using System.Globalization;
using System.Numerics;
using System.Text;

namespace QemuDsl;

/// <summary>Writes VPP's brace syntax; refuses what VPP cannot read back. Called by generated code.</summary>
public sealed class SectionWriter
{
    // Older VPPs cut a word there (strndup in src/vpp/vnet/main.c).
    private const int WordBytes = 1024;

    // Older VPPs read lines of 4095 bytes, and cut a word at the end of one.
    private const int LineLength = 100;

    private readonly StringBuilder _text = new();
    private readonly string _place;
    private int _depth;

    internal SectionWriter(string place) => _place = place;

    /// <summary>A key alone; false is not written.</summary>
    public void Flag(string key, bool value)
    {
        if (value)
        {
            Line(key);
        }
    }

    /// <summary><c>on</c> or <c>off</c>; null is not written.</summary>
    public void OnOff(string key, bool? value) => Key(key, value switch { null => null, true => "on", false => "off" });

    /// <summary>A text; null is not written.</summary>
    /// <exception cref="QemuOptionException">It is no single word for VPP.</exception>
    public void Key(string key, string? value)
    {
        if (value is not null)
        {
            Line($"{key} {Word(key, value)}");
        }
    }

    /// <summary>A number; null is not written.</summary>
    public void Number<T>(string key, T? value)
        where T : struct, IBinaryInteger<T> => Key(key, value?.ToString(null, CultureInfo.InvariantCulture));

    /// <summary>A size; null is not written.</summary>
    public void Size(string key, ByteSize? value) => Key(key, value is { } size ? TextOf(size) : null);

    /// <summary>A value with a text of its own; null is not written.</summary>
    public void Value<T>(string key, T? value)
        where T : struct, IParsable<T> => Key(key, value?.ToString());

    /// <summary>A block in braces, after its label if it has one; null is not written.</summary>
    public void Block(string key, ISection? block)
    {
        if (block is null)
        {
            return;
        }

        var label = block.SectionLabel;
        var head = label is null ? key : $"{key} {Word(key, label)}";
        var start = _text.Length;
        Line($"{head} {{");
        var inside = _text.Length;
        _depth++;
        block.Render(this);
        _depth--;
        if (_text.Length == inside && label is not null)
        {
            // What has a label needs no braces to be there.
            _text.Length = start;
            Line(head);
            return;
        }

        Line("}");
    }

    /// <summary>A section nobody has a record of: a single word as it is, else in braces.</summary>
    public void Raw(RawSection section)
    {
        ArgumentNullException.ThrowIfNull(section);
        if (section.Words is [not ("{" or "}") and var word])
        {
            Key(Word(section.Name, section.Name), word);
        }
        else
        {
            Block(Word(section.Name, section.Name), section);
        }
    }

    /// <summary>What was written.</summary>
    public override string ToString() => _text.ToString();

    internal void Words(string key, OptionList<string> words)
    {
        var line = new StringBuilder();
        foreach (var word in words)
        {
            var isBrace = word is "{" or "}";
            if (word == "}" || line.Length + word.Length > LineLength)
            {
                Flush(line);
            }

            _depth -= word == "}" ? 1 : 0;
            line.Append(line.Length > 0 ? " " : "").Append(isBrace ? word : Word(key, word));
            if (isBrace)
            {
                Flush(line);
            }

            _depth += word == "{" ? 1 : 0;
        }

        Flush(line);
    }

    private void Flush(StringBuilder line)
    {
        if (line.Length > 0)
        {
            Line(line.ToString());
            line.Clear();
        }
    }

    // VPP's sizes end at G (unformat_memory_size); "1T" would be one byte and an unknown word.
    private static string TextOf(ByteSize size)
    {
        var power = size.Bytes == 0 ? 0 : Math.Min(BitOperations.TrailingZeroCount(size.Bytes) / 10, 3);
        return string.Create(CultureInfo.InvariantCulture, $"{size.Bytes >> (10 * power)}{(power == 0 ? "" : "KMG"[power - 1])}");
    }

    private string Word(string key, string word)
    {
        var problem = word.Length == 0 ? "is empty"
            : word.Any(static character => char.IsWhiteSpace(character) || char.IsControl(character)) ? "has a blank or a control character"
            : word.AsSpan().ContainsAny('{', '}', '\\') ? "has a brace or a backslash"
            : word.Contains('#', StringComparison.Ordinal) ? "has a '#', which begins a comment"
            : !Surrogates.AreWhole(word) ? "has half a surrogate pair"
            : Encoding.UTF8.GetByteCount(word) >= WordBytes ? $"is longer than {WordBytes - 1} bytes"
            : null;
        return problem is null ? word : throw new QemuOptionException(_place, key, word, problem, "VPP knows no quotes: use a value that is one plain word.");
    }

    private void Line(string text) => _text.Append(' ', 2 * _depth).Append(text).Append('\n');
}
