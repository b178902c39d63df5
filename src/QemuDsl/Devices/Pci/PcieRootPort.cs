namespace QemuDsl.Devices;

/// <summary>A PCI Express root port: a bus with one slot, into which devices can be plugged while the guest runs (<c>-device pcie-root-port</c>).</summary>
[Device("pcie-root-port", Bus = Bus.Pcie, Provides = Bus.Pcie, BusSuffix = "")]
public sealed partial record PcieRootPort
{
    /// <summary>Number of the chassis; unique together with the slot, so give one when there are several ports (<c>chassis</c>).</summary>
    public byte? Chassis { get; init; }

    /// <summary>Number of the slot in its chassis (<c>slot</c>).</summary>
    public ushort? Slot { get; init; }

    /// <summary>Number of the port (<c>port</c>).</summary>
    public byte? Port { get; init; }

    /// <summary>Whether devices can be plugged while running (<c>hotplug</c>).</summary>
    public bool? Hotplug { get; init; }

    /// <summary>I/O space kept for what is plugged (<c>io-reserve</c>).</summary>
    public ByteSize? IoReserve { get; init; }

    /// <summary>Memory space kept for what is plugged (<c>mem-reserve</c>).</summary>
    public ByteSize? MemReserve { get; init; }

    /// <summary>32-bit prefetchable space kept for what is plugged (<c>pref32-reserve</c>).</summary>
    [Conflicts(nameof(Pref64Reserve))]
    public ByteSize? Pref32Reserve { get; init; }

    /// <summary>64-bit prefetchable space kept for what is plugged (<c>pref64-reserve</c>).</summary>
    public ByteSize? Pref64Reserve { get; init; }

    /// <summary>Bus numbers kept for what is plugged (<c>bus-reserve</c>).</summary>
    public uint? BusReserve { get; init; }

    /// <summary>Whether access control services are left out (<c>disable-acs</c>).</summary>
    public bool? DisableAcs { get; init; }
}
