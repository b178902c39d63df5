using System.Globalization;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Output;

/// <summary>Shows the phases of a VM: a line that lives on a terminal, plain lines elsewhere.</summary>
internal sealed class ProgressView : IProgress<BootProgress>, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly Screen _screen;
    private readonly Lock _lock = new();
    private readonly ITimer? _timer;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private string? _current;

    public ProgressView(Screen screen)
    {
        _screen = screen;
        _timer = screen.IsTerminal ? TimeProvider.System.CreateTimer(_ => Redraw(), null, Tick, Tick) : null;
    }

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_start);

    public void Report(BootProgress value) => Add(value.Phase.ToString(), value.Elapsed, value.Detail, lives: true);

    /// <summary>A phase that begins and takes its time.</summary>
    public void Begin(string phase, string? detail) => Add(phase, Elapsed, detail, lives: true);

    /// <summary>A phase that is reached.</summary>
    public void Reach(string phase, string? detail = null) => Add(phase, Elapsed, detail, lives: false);

    /// <summary>Prints what the guest says.</summary>
    public void Guest(ReadOnlySpan<char> text)
    {
        if (!_screen.IsShared)
        {
            // Whoever reads standard output may be slow, and must not hold the progress up.
            _screen.Write(text);
            return;
        }

        lock (_lock)
        {
            _screen.Write(text);
        }
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _current = null;
            _screen.Erase();
        }
    }

    private void Add(string phase, TimeSpan elapsed, string? detail, bool lives)
    {
        lock (_lock)
        {
            _screen.Note(string.Create(CultureInfo.InvariantCulture, $"[{elapsed.TotalSeconds,7:0.000} s] {phase,-10} {detail}").TrimEnd());
            _current = lives ? $"{phase}… {detail}" : null;
        }
    }

    private void Redraw()
    {
        lock (_lock)
        {
            if (_current is { } current)
            {
                _screen.Draw(string.Create(CultureInfo.InvariantCulture, $"{Elapsed.TotalSeconds:0.0} s  {current}"));
            }
        }
    }
}
