namespace QemuDsl;


/// <summary>An IDE or SATA bus that a device brings; devices name it to sit there and not on the machine's own bus.</summary>
public interface IIdeBus : IDeviceBus;
