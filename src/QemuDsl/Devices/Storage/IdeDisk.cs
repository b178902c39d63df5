namespace QemuDsl.Devices;

/// <summary>What disks and CD drives on IDE or SATA have in common.</summary>
public abstract record IdeDisk : BlockDevice
{
    /// <summary>Serial number the guest sees (<c>serial</c>).</summary>
    public string? Serial { get; init; }

    /// <summary>Model the guest sees (<c>model</c>).</summary>
    public string? Model { get; init; }

    /// <summary>Firmware version the guest sees (<c>ver</c>).</summary>
    public string? Ver { get; init; }

    /// <summary>World wide name (<c>wwn</c>).</summary>
    public ulong? Wwn { get; init; }

    /// <summary>What happens on a read error (<c>rerror</c>).</summary>
    [Key("rerror")]
    public BlockdevOnError? RError { get; init; }

    /// <summary>What happens on a write error (<c>werror</c>).</summary>
    [Key("werror")]
    public BlockdevOnError? WError { get; init; }
}
