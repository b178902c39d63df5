namespace QemuDsl.Devices;

/// <summary>A SATA controller with six ports, which the command hands out in order (<c>-device ahci</c>).</summary>
[Device("ahci", Bus = Bus.Pci, Provides = Bus.Ide, Ports = 6)]
public sealed partial record Ahci;
