namespace QemuDsl.Devices;

/// <summary>A virtio device that brings serial ports, whatever its transport.</summary>
public abstract record VirtioSerial : VirtioDevice
{
    /// <summary>Largest number of ports (<c>max_ports</c>).</summary>
    [Range(1, 511)]
    [Key("max_ports")]
    public uint? MaxPorts { get; init; }

    /// <summary>Whether the guest can write a character before it has set the device up (<c>emergency-write</c>).</summary>
    public bool? EmergencyWrite { get; init; }
}
