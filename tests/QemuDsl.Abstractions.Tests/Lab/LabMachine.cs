namespace QemuDsl.Abstractions.Tests;

/// <summary>A machine with PCI whose board takes slots 0 and 1.</summary>
[Machine("lab", Target.X86_64, Buses = Bus.Pci, BoardPciSlots = [0, 1])]
public sealed partial record LabMachine;
