namespace QemuDsl.Switches;

/// <summary>QEMU stays when the guest powers off (<c>-no-shutdown</c>).</summary>
[Switch("-no-shutdown")]
public sealed partial record NoShutdown;
