using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Output;

/// <summary>Shows the phases of a VM: a line that lives on a terminal, plain lines elsewhere, lines of JSON where those are asked for.</summary>
internal sealed class ProgressView : IProgress<BootProgress>, IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private readonly Screen _screen;
    [SuppressMessage("Usage", "CA2213", Justification = "It belongs to whoever gave it.")]
    private readonly TextWriter? _json;
    private readonly Lock _lock = new();
    private readonly ITimer? _timer;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private LivingLine? _current;
    private TimeSpan _begun;

    /// <param name="screen">Where people look.</param>
    /// <param name="json">Where lines of JSON go in place of text for people; null when nobody asked for them. Writing to it must not block.</param>
    public ProgressView(Screen screen, TextWriter? json = null)
    {
        _screen = screen;
        _json = json;
        _timer = screen.IsTerminal && json is null ? TimeProvider.System.CreateTimer(_ => Redraw(), null, Tick, Tick) : null;
    }

    /// <summary>How long a VM may take to boot once it runs; null when nobody waits for that.</summary>
    public TimeSpan? BootLimit { get; init; }

    private TimeSpan Elapsed => TimeProvider.System.GetElapsedTime(_start);

    public void Report(BootProgress value) =>
        Add(value.Phase.ToString(), value.Elapsed, value.Detail, lives: true, value.Phase == BootPhase.Running ? BootLimit : null);

    /// <summary>A phase that begins and takes its time, at most so long.</summary>
    public void Begin(string phase, string? detail, TimeSpan? limit = null) => Add(phase, Elapsed, detail, lives: true, limit);

    /// <summary>A phase that is reached.</summary>
    public void Reach(string phase, string? detail = null) => Add(phase, Elapsed, detail, lives: false);

    /// <summary>Prints what the guest says.</summary>
    public void Guest(ReadOnlySpan<char> text)
    {
        if (_json is not null)
        {
            _screen.Write($"{new JsonLine { Serial = text.ToString() }}\n");
            return;
        }

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

    private void Add(string phase, TimeSpan elapsed, string? detail, bool lives, TimeSpan? limit = null)
    {
        lock (_lock)
        {
            if (_json is not null)
            {
                _json.WriteLine(new JsonLine { Phase = phase, Seconds = Math.Round(elapsed.TotalSeconds, 3), Detail = detail }.ToString());
                return;
            }

            _screen.Note(string.Create(CultureInfo.InvariantCulture, $"[{elapsed.TotalSeconds,7:0.000} s] {phase,-10} {detail}").TrimEnd());
            _current = lives ? new LivingLine($"{phase}… {detail}", limit, _screen.IsUnicode) : null;
            _begun = elapsed;
        }
    }

    private void Redraw()
    {
        lock (_lock)
        {
            if (_current is { } current)
            {
                _screen.Draw(current.At(Elapsed, Elapsed - _begun));
            }
        }
    }
}
