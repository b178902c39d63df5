namespace QemuDsl.Switches;

/// <summary>Only devices that are asked for (<c>-nodefaults</c>).</summary>
[Switch("-nodefaults")]
public sealed partial record NoDefaults;
