namespace QemuDsl.Displays;

/// <summary>The Spice viewer of the host, started by QEMU (<c>-display spice-app</c>).</summary>
[Display("spice-app")]
public sealed partial record SpiceAppDisplay : CommonDisplay;
