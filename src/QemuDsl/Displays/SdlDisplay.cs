namespace QemuDsl.Displays;

/// <summary>An SDL window (<c>-display sdl</c>).</summary>
/// <remarks>Needs a desktop session on the host.</remarks>
[Display("sdl")]
public sealed partial record SdlDisplay : CommonDisplay
{
    /// <summary>Keys that let go of mouse and keyboard (<c>grab-mod</c>).</summary>
    public SdlGrabMod? GrabMod { get; init; }
}
