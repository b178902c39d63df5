namespace QemuDsl.Displays;

/// <summary>OpenGL without a window, for VNC or Spice (<c>-display egl-headless</c>).</summary>
[Display("egl-headless")]
public sealed partial record EglHeadlessDisplay : CommonDisplay
{
    /// <summary>The render node of the host, such as <c>/dev/dri/renderD128</c> (<c>rendernode</c>).</summary>
    [Key("rendernode")]
    public string? RenderNode { get; init; }
}
