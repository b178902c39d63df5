using System.Buffers;

namespace QemuDsl;

/// <summary>Characters in a rented array that grows.</summary>
internal struct TextBuffer : IDisposable
{
    private char[] _text;

    public TextBuffer(int size)
    {
        _text = ArrayPool<char>.Shared.Rent(size);
        Length = 0;
    }

    public int Length { get; private set; }

    public readonly ReadOnlySpan<char> Text => _text.AsSpan(0, Length);

    public readonly char Last => Length == 0 ? '\0' : _text[Length - 1];

    public void Clear() => Length = 0;

    public void Append(char character)
    {
        if (Length == _text.Length)
        {
            Grow(1);
        }

        _text[Length++] = character;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (!text.TryCopyTo(_text.AsSpan(Length)))
        {
            Grow(text.Length);
            text.CopyTo(_text.AsSpan(Length));
        }

        Length += text.Length;
    }

    /// <summary>The room behind the text, at least <paramref name="size"/> characters; <see cref="Advance"/> says how many were used.</summary>
    public Span<char> Room(int size)
    {
        if (_text.Length - Length < size)
        {
            Grow(size);
        }

        return _text.AsSpan(Length);
    }

    public void Advance(int count) => Length += count;

    /// <summary>Doubles every <paramref name="character"/> written since <paramref name="start"/>.</summary>
    public void DoubleSince(int start, char character)
    {
        var count = Text[start..].Count(character);
        if (count == 0)
        {
            return;
        }

        Room(count);
        var from = Length - 1;
        Length += count;
        for (var to = Length - 1; from >= start; from--)
        {
            _text[to--] = _text[from];
            if (_text[from] == character)
            {
                _text[to--] = character;
            }
        }
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_text);
        _text = [];
        Length = 0;
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(2 * _text.Length, Length + more));
        Text.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_text);
        _text = larger;
    }
}
