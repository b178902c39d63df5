namespace QemuDsl.Machines;

/// <summary>The minimal machine, with virtio-mmio only (<c>-machine microvm</c>).</summary>
[Machine("microvm", Target.X86_64, Buses = Bus.VirtioMmio | Bus.Isa)]
public sealed partial record Microvm : MicrovmBoard, IMemoryMachine<Microvm>;
