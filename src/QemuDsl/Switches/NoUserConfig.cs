namespace QemuDsl.Switches;

/// <summary>No configuration files of QEMU (<c>-no-user-config</c>).</summary>
[Switch("-no-user-config")]
public sealed partial record NoUserConfig;
