namespace QemuDsl.Machines;

/// <summary>A small machine without PCI: virtio over MMIO, made to boot fast (<c>-machine microvm</c>).</summary>
[Machine("microvm", Target.X86_64, Buses = Bus.VirtioMmio | Bus.Isa)]
public sealed partial record Microvm : MicrovmMachine, IMemoryMachine<Microvm>;
