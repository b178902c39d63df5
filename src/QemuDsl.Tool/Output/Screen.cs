using System.Globalization;
using Spectre.Console;

namespace QemuDsl.Tool.Output;

/// <summary>
/// Standard output and standard error: two streams that may be one terminal, where a line that is still being written must stay whole.
/// </summary>
internal sealed class Screen
{
    private const string EraseLine = "\r\u001b[2K";

    private readonly TextWriter _output;
    private readonly TextWriter _errors;
    private readonly IAnsiConsole? _terminal;
    private readonly bool _shared;
    private bool _living;
    private bool _inLine;

    public Screen(TextWriter output, TextWriter errors)
    {
        _output = output;
        _errors = errors;
        var dumb = Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb";
        _terminal = dumb ? null : Terminal(errors);
        _shared = _terminal is not null && !Console.IsOutputRedirected;
    }

    /// <summary>Whether a line may be drawn again and again.</summary>
    public bool IsTerminal => _terminal is not null;

    /// <summary>Whether it shows more than ASCII.</summary>
    public bool IsUnicode => _terminal?.Profile.Capabilities.Unicode ?? false;

    /// <summary>Whether what the guest says and the progress meet on one terminal.</summary>
    public bool IsShared => _shared;

    /// <summary>Prints what the guest says.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (_shared)
        {
            Erase();
            _inLine = text[^1] != '\n';
        }

        _output.Write(text);
        _output.Flush();
    }

    /// <summary>Prints a line that stays.</summary>
    public void Note(string text)
    {
        if (_terminal is null)
        {
            _errors.WriteLine(text);
            return;
        }

        Erase();
        if (_inLine)
        {
            _errors.WriteLine();
            _inLine = false;
        }

        _terminal.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]{text}[/]");
    }

    /// <summary>Draws the line that lives; not into a line the guest has not ended, which would go with it.</summary>
    public void Draw(string text)
    {
        if (_terminal is null || _inLine)
        {
            return;
        }

        Erase();

        // A line that wraps cannot be erased as one.
        var width = Math.Max(1, _terminal.Profile.Width - 1);
        _terminal.MarkupInterpolated(CultureInfo.InvariantCulture, $"[grey]{(text.Length > width ? text[..width] : text)}[/]");
        _living = true;
    }

    /// <summary>Takes the line that lives away.</summary>
    public void Erase()
    {
        if (_living)
        {
            _errors.Write(EraseLine);
            _living = false;
        }
    }

    private static IAnsiConsole Terminal(TextWriter errors) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(errors),
        Ansi = AnsiSupport.Yes,
        ColorSystem = Environment.GetEnvironmentVariable("NO_COLOR") is null or "" ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
        Interactive = InteractionSupport.No,
    });
}
