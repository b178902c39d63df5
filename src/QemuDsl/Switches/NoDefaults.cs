namespace QemuDsl.Switches;

/// <summary>No devices but those described (<c>-nodefaults</c>).</summary>
[Switch("-nodefaults")]
public sealed partial record NoDefaults;
