using System.Globalization;
using Spectre.Console;

namespace QemuDsl.Tool.Output;

/// <summary>The line that lives: what goes on, for how long, and how much of its time is used up where that is known.</summary>
/// <param name="phase">What goes on.</param>
/// <param name="limit">How long it may take; null when nobody knows.</param>
/// <param name="unicode">Whether the terminal has more than ASCII.</param>
internal sealed class LivingLine(string phase, TimeSpan? limit, bool unicode)
{
    private const int Width = 20;

    private readonly Spinner _spinner = unicode ? Spinner.Known.Dots : Spinner.Known.Line;
    private readonly (char Done, char Left) _bar = unicode ? ('━', '─') : ('#', '-');

    /// <summary>The line at a moment.</summary>
    /// <param name="elapsed">Since the start.</param>
    /// <param name="inPhase">Since this phase began.</param>
    public string At(TimeSpan elapsed, TimeSpan inPhase) =>
        string.Create(CultureInfo.InvariantCulture, $"{Frame(inPhase)} {Bar(inPhase)}{elapsed.TotalSeconds:0.0} s  {phase}");

    private string Frame(TimeSpan inPhase) => _spinner.Frames[(int)(inPhase / _spinner.Interval) % _spinner.Frames.Count];

    private string Bar(TimeSpan inPhase)
    {
        if (limit is not { } whole)
        {
            return "";
        }

        var done = (int)Math.Clamp(inPhase / whole * Width, 0, Width);
        return $"{new string(_bar.Done, done)}{new string(_bar.Left, Width - done)} ";
    }
}
