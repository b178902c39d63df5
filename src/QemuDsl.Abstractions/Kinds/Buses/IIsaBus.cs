namespace QemuDsl;


/// <summary>An ISA bus that a device brings; devices name it to sit there and not on the machine's own bus.</summary>
public interface IIsaBus : IDeviceBus;
