namespace QemuDsl.Displays;

/// <summary>OpenGL without a window (<c>-display egl-headless</c>).</summary>
/// <remarks>Needs QEMU's OpenGL module.</remarks>
[Display("egl-headless")]
public sealed partial record EglHeadlessDisplay
{
    /// <summary>The graphics device of the host (<c>rendernode</c>).</summary>
    public string? Rendernode { get; init; }
}
