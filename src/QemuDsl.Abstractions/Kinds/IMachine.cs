namespace QemuDsl;


/// <summary>A machine type (<c>-machine</c>).</summary>
public interface IMachine : IOption
{
    /// <summary>The architecture, which chooses the program.</summary>
    Target Target { get; }

    /// <summary>Slots of the root PCI bus that the board itself takes.</summary>
    ReadOnlySpan<int> BoardPciSlots { get; }
}
