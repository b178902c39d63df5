namespace QemuDsl.Machines;

/// <summary>The minimal machine with PCI Express (<c>-machine microvm,pcie=on</c>).</summary>
[Machine("microvm", Target.X86_64, Buses = Bus.VirtioMmio | Bus.Isa | Bus.Pci | Bus.Pcie, BoardPciSlots = [0], Literal = "pcie=on")]
public sealed partial record MicrovmPcie : MicrovmBoard, IMemoryMachine<MicrovmPcie>;
