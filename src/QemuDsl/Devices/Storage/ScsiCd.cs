namespace QemuDsl.Devices;

/// <summary>A CD drive on SCSI (<c>-device scsi-cd</c>).</summary>
[Device("scsi-cd", Bus = Bus.Scsi)]
public sealed partial record ScsiCd : ScsiDisk
{
    /// <summary>Its medium; an empty drive when unset (<c>drive</c>).</summary>
    public IBlockBackend? Drive { get; init; }
}
