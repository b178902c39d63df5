namespace QemuDsl;

/// <summary>A device that can name the bus it sits on. Implemented by the generator.</summary>
public interface IPlugged
{
    /// <summary>The bus that another device brings; null for the machine's own.</summary>
    IDeviceBus? BusOfDevice { get; }
}
