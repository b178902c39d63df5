namespace QemuDsl.Switches;

/// <summary>QEMU ends when the guest reboots (<c>-no-reboot</c>).</summary>
[Switch("-no-reboot")]
public sealed partial record NoReboot;
