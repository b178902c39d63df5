using System.Globalization;

namespace QemuDsl;

public sealed partial class ArgumentWriter
{
    private void Text(string? key, string value)
    {
        Quote();
        Escaped(key, value);
        Quote();
    }

    private void Value<T>(string key, T value)
        where T : struct, IOptionValue<T>
    {
        Quote();
        Formatted(key, value);
        Quote();
    }

    private void Escaped(string? key, string value)
    {
        if (!_json && !NeedsCare(value))
        {
            _buffer.Append(value);
            return;
        }

        Expressible(key, value);
        if (_json)
        {
            JsonText(value);
            return;
        }

        var start = _buffer.Length;
        _buffer.Append(value);
        Commas(key, start);
    }

    // Nearly every value is plain: two vectorized looks decide that there is nothing to escape and nothing to refuse.
    private static bool NeedsCare(ReadOnlySpan<char> text) => text.ContainsAny('\0', ',') || text.ContainsAnyInRange('\ud800', '\udfff');

    private void Formatted<T>(string? key, T value)
        where T : struct, IOptionValue<T>
    {
        var start = _buffer.Length;
        int length;
        for (var size = 64; !value.TryFormat(_buffer.Room(size), out length); size *= 2)
        {
            if (size > 1 << 20)
            {
                throw Refused(key, typeof(T).Name, "cannot be written", "Its TryFormat keeps asking for more room; it must succeed.");
            }
        }

        _buffer.Advance(length);
        if (_buffer.Text[start..].ContainsAny('\0', ',') || _json)
        {
            var text = new string(_buffer.Text[start..]);
            _buffer.Advance(-length);
            Escaped(key, text);
        }
    }

    private void Commas(string? key, int start)
    {
        if (_kind != OptionKind.Cpu)
        {
            _buffer.DoubleSince(start, ',');
            return;
        }

        if (_buffer.Text[start..].Contains(','))
        {
            throw Refused(key, new string(_buffer.Text[start..]), "has a comma, and QEMU knows no escape for one in this option", "Leave the comma out.");
        }
    }

    private void JsonText(string value)
    {
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                _buffer.Append('\\');
                _buffer.Append(character);
            }
            else if (character < ' ')
            {
                _buffer.Append("\\u");
                ((int)character).TryFormat(_buffer.Room(4), out var length, "x4", CultureInfo.InvariantCulture);
                _buffer.Advance(length);
            }
            else
            {
                _buffer.Append(character);
            }
        }
    }

    private void Flag(bool value) => _buffer.Append((_json, value) switch
    {
        (true, true) => "true",
        (true, false) => "false",
        (false, true) => "on",
        (false, false) => "off",
    });

    private void Number(long value)
    {
        value.TryFormat(_buffer.Room(20), out var length, provider: CultureInfo.InvariantCulture);
        _buffer.Advance(length);
    }

    private void Quote()
    {
        if (_json)
        {
            _buffer.Append('"');
        }
    }

    // execve takes neither NUL nor what is no Unicode text; QEMU would see another value than the one meant.
    private void Expressible(string? key, string value)
    {
        if (value.Contains('\0', StringComparison.Ordinal))
        {
            throw Refused(key, value, "holds a NUL character, which no argument of a program can", "Remove it.");
        }

        if (value.AsSpan().ContainsAnyInRange('\ud800', '\udfff') && !IsWellFormed(value))
        {
            throw Refused(key, value, "is no Unicode text: it holds half of a surrogate pair", "Remove it.");
        }
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (System.Text.Rune.DecodeFromUtf16(text, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    private QemuOptionException Refused(string? key, string value, string problem, string remedy) =>
        new(_name is null ? _option : $"{_option} {_name}", key, value, problem, remedy);
}
