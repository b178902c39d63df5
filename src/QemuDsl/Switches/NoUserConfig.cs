namespace QemuDsl.Switches;

/// <summary>No configuration files of the user (<c>-no-user-config</c>).</summary>
[Switch("-no-user-config")]
public sealed partial record NoUserConfig;
