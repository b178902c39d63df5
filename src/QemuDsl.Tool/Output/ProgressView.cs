using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using QemuDsl.Runtime;
using Spectre.Console;

namespace QemuDsl.Tool.Output;

/// <summary>Shows the phases of a start: a line that lives on a terminal, plain lines elsewhere.</summary>
internal sealed class ProgressView : IProgress<BootProgress>, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly IAnsiConsole? _terminal;
    [SuppressMessage("Usage", "CA2213", Justification = "Standard error belongs to the process.")]
    private readonly TextWriter _plain;
    private readonly Lock _lock = new();
    private readonly ITimer? _timer;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private BootProgress? _current;
    private bool _shown;

    private ProgressView(TextWriter plain, IAnsiConsole? terminal)
    {
        _plain = plain;
        _terminal = terminal;
        _timer = terminal is null ? null : TimeProvider.System.CreateTimer(_ => Redraw(), null, Tick, Tick);
    }

    public static ProgressView Create(TextWriter errors)
    {
        if (Console.IsErrorRedirected || errors != Console.Error)
        {
            return new ProgressView(errors, null);
        }

        return new ProgressView(errors, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(errors) }));
    }

    public void Report(BootProgress value)
    {
        lock (_lock)
        {
            Erase();
            Print(value);
            _current = value.Phase == BootPhase.Booted ? null : value;
        }
    }

    public void Note(BootPhase phase, string? detail) => Report(new BootProgress(phase, TimeProvider.System.GetElapsedTime(_start), detail));

    /// <summary>Takes the living line away, because the guest is about to speak.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            Erase();
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        Clear();
    }

    private void Print(BootProgress value)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"[{value.Elapsed.TotalSeconds,7:0.000} s] {value.Phase,-10} {value.Detail}").TrimEnd();
        if (_terminal is null)
        {
            _plain.WriteLine(text);
        }
        else
        {
            _terminal.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[green]{text}[/]");
        }
    }

    private void Redraw()
    {
        lock (_lock)
        {
            if (_current is not { } current || _terminal is null)
            {
                return;
            }

            Erase();
            _terminal.MarkupInterpolated(
                CultureInfo.InvariantCulture, $"[grey]{TimeProvider.System.GetElapsedTime(_start).TotalSeconds:0.0} s  {current.Phase}… {current.Detail}[/]");
            _shown = true;
        }
    }

    private void Erase()
    {
        if (_shown)
        {
            _plain.Write("\r\u001b[2K");
            _shown = false;
        }
    }
}
