namespace QemuDsl.Displays;

/// <summary>The terminal (<c>-display curses</c>).</summary>
[Display("curses")]
public sealed partial record CursesDisplay
{
    /// <summary>Character set of the guest (<c>charset</c>).</summary>
    public string? Charset { get; init; }
}
