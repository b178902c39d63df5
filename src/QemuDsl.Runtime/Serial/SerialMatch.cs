using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>Completes when a pattern shows up in the text, also when it came in pieces or before anybody looked.</summary>
internal sealed class SerialMatch(Regex pattern) : ISerialListener
{
    // A marker longer than this is no marker; the rest of an endless line is let go.
    private const int Window = 16 * 1024;

    private readonly char[] _buffer = new char[2 * Window];
    private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _length;

    /// <summary>The text that matched; fails with <see cref="EndOfStreamException"/> when the console ended first.</summary>
    public Task<string> Found => _found.Task;

    public void Catch(string earlier) => Look(earlier);

    public Task? Hear(ReadOnlySpan<byte> bytes, string text)
    {
        Look(text);
        return null;
    }

    public void End()
    {
        _found.TrySetException(new EndOfStreamException("The serial console ended."));
        _ = _found.Task.Exception;
    }

    private void Look(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && !_found.Task.IsCompleted)
        {
            var taken = Math.Min(text.Length, _buffer.Length - _length);
            Append(text[..taken]);
            text = text[taken..];
            foreach (var match in pattern.EnumerateMatches(_buffer.AsSpan(0, _length)))
            {
                _found.TrySetResult(new string(_buffer, match.Index, match.Length));
                return;
            }

            Forget();
        }
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
