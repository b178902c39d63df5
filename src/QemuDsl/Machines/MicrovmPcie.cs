namespace QemuDsl.Machines;

/// <summary>A small machine with PCI Express besides virtio over MMIO (<c>-machine microvm,pcie=on</c>).</summary>
[Machine("microvm", Target.X86_64, Buses = Bus.Pci | Bus.Pcie | Bus.VirtioMmio | Bus.Isa, BoardPciSlots = [0], Literal = "pcie=on")]
public sealed partial record MicrovmPcie : MicrovmMachine, IMemoryMachine<MicrovmPcie>;
