namespace QemuDsl.Devices;

/// <summary>A port by which the guest tells that it panicked (<c>-device pvpanic</c>).</summary>
[Device("pvpanic", Bus = Bus.Isa)]
public sealed partial record Pvpanic
{
    /// <summary>I/O port (<c>ioport</c>).</summary>
    [Key("ioport")]
    public ushort? IoPort { get; init; }

    /// <summary>Which events the guest may tell, as bits (<c>events</c>).</summary>
    public byte? Events { get; init; }
}
