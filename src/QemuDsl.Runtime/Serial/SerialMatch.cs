using System.Buffers;
using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>Completes when a pattern shows up in the text, also when it came in pieces or before anybody looked.</summary>
internal sealed class SerialMatch(Regex pattern) : ISerialListener
{
    // A marker longer than this is no marker; the rest of an endless line is let go.
    private const int Window = 4 * 1024;

    private static readonly SearchValues<char> NotPlain = SearchValues.Create("\\*+?|{}[]()^$.\r");

    private readonly char[] _buffer = new char[2 * Window];
    private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // A UART gives its text byte by byte. Looking through the whole window each time would take more time than the guest does, and most
    // markers are plain text: then only what is new can complete them.
    private readonly string? _plain = IsPlain(pattern.ToString()) ? pattern.ToString() : null;
    private int _length;

    /// <summary>The text that matched; fails with <see cref="EndOfStreamException"/> when the console ended first.</summary>
    public Task<string> Found => _found.Task;

    public void Catch(string earlier) => Look(earlier);

    public Task? Hear(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> text)
    {
        Look(text);
        return null;
    }

    public void End()
    {
        _found.TrySetException(new EndOfStreamException("The serial console ended."));
        _ = _found.Task.Exception;
    }

    private static bool IsPlain(string pattern) => pattern.Length is > 0 and < Window && !pattern.AsSpan().ContainsAny(NotPlain);

    private void Look(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && !_found.Task.IsCompleted)
        {
            var known = _length;
            var taken = Math.Min(text.Length, _buffer.Length - _length);
            Append(text[..taken]);
            text = text[taken..];
            if (Find(known) is { } found)
            {
                _found.TrySetResult(found);
                return;
            }

            Forget();
        }
    }

    private string? Find(int known)
    {
        if (_plain is not null)
        {
            var from = Math.Max(0, known - _plain.Length + 1);
            return _buffer.AsSpan(from, _length - from).Contains(_plain, StringComparison.Ordinal) ? _plain : null;
        }

        foreach (var match in pattern.EnumerateMatches(_buffer.AsSpan(0, _length)))
        {
            return new string(_buffer, match.Index, match.Length);
        }

        return null;
    }

    // Guests end lines with \r\n, and $ stands before \n only.
    private void Append(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character != '\r')
            {
                _buffer[_length++] = character;
            }
        }
    }

    private void Forget()
    {
        if (_length > Window)
        {
            _buffer.AsSpan(_length - Window, Window).CopyTo(_buffer);
            _length = Window;
        }
    }
}
