namespace QemuDsl.Devices;

/// <summary>Duplex of a link.</summary>
[OptionEnum]
public enum VirtioNetDuplex
{
    /// <summary>One direction at a time.</summary>
    Half,

    /// <summary>Both directions at once.</summary>
    Full,
}
