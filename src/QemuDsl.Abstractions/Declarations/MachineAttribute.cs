namespace QemuDsl;


/// <summary>A machine type: the partial record becomes <c>-machine pc,…</c> and implements an interface for each bus it has.</summary>
/// <param name="name">QEMU's machine type, such as <c>q35</c>.</param>
/// <param name="target">The architecture, which chooses the program (<c>qemu-system-…</c>).</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MachineAttribute(string name, Target target) : Attribute
{
    /// <summary>QEMU's machine type.</summary>
    public string Name { get; } = name;

    /// <summary>The architecture.</summary>
    public Target Target { get; } = target;

    /// <summary>The buses every machine of this type has.</summary>
    public Bus Buses { get; init; }

    /// <summary>Slots of the root PCI bus that the board itself takes, such as 0 and 1 on <c>pc</c>.</summary>
    public int[] BoardPciSlots { get; init; } = [];

    /// <summary>Keys that make the type what it is, written as they are, such as <c>pcie=on</c>.</summary>
    public string? Literal { get; init; }
}
