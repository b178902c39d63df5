namespace QemuDsl.Devices;

/// <summary>A watchdog timer (<c>-device i6300esb</c>). What it does is set by <c>-watchdog-action</c>.</summary>
[Device("i6300esb", Bus = Bus.Pci)]
public sealed partial record I6300esb;
