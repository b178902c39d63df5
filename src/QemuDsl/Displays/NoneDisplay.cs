namespace QemuDsl.Displays;

/// <summary>No display (<c>-display none</c>).</summary>
[Display("none")]
public sealed partial record NoneDisplay : CommonDisplay;
