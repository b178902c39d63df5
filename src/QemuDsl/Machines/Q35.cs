namespace QemuDsl.Machines;

/// <summary>A PC with the Q35 chipset of 2009 and PCI Express (<c>-machine q35</c>).</summary>
/// <remarks>Only devices behind a <c>pcie-root-port</c> can be plugged while it runs.</remarks>
[Machine("q35", Target.X86_64, Buses = Bus.Pci | Bus.Pcie | Bus.Isa | Bus.Ide, BoardPciSlots = [0, 31])]
public sealed partial record Q35 : PcMachine, IMemoryMachine<Q35>, IFlashMachine<Q35>;
