using System.Text;
using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>Completes when a pattern shows up in the text, also when it came in pieces or before anybody looked.</summary>
internal sealed class SerialMatch(Regex pattern) : ISerialListener
{
    // A marker longer than this is no marker; the rest of an endless line is let go.
    private const int Window = 16 * 1024;

    private readonly StringBuilder _window = new();
    private readonly TaskCompletionSource<string> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    private void Look(string text)
    {
        if (_found.Task.IsCompleted)
        {
            return;
        }

        _window.Append(text);
        if (pattern.Match(_window.ToString()) is { Success: true } match)
        {
            _found.TrySetResult(match.Value);
        }
        else if (_window.Length > Window)
        {
            _window.Remove(0, _window.Length - Window);
        }
    }
}
