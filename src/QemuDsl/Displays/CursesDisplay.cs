namespace QemuDsl.Displays;

/// <summary>Text mode in the terminal (<c>-display curses</c>).</summary>
[Display("curses")]
public sealed partial record CursesDisplay : CommonDisplay
{
    /// <summary>Character set of the guest's font (<c>charset</c>).</summary>
    public string? Charset { get; init; }
}
