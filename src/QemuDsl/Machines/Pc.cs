namespace QemuDsl.Machines;

/// <summary>A PC with the i440FX chipset of 1996 (<c>-machine pc</c>).</summary>
/// <remarks>
/// Boots fastest with a BIOS. The newest version of the machine; give a versioned one by a raw option where migration needs it.
/// </remarks>
[Machine("pc", Target.X86_64, Buses = Bus.Pci | Bus.Isa | Bus.Ide | Bus.Floppy, BoardPciSlots = [0, 1])]
public sealed partial record Pc : PcMachine, IMemoryMachine<Pc>, IFlashMachine<Pc>;
