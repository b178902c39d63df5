namespace QemuDsl.Devices;

/// <summary>A CD drive on IDE or SATA (<c>-device ide-cd</c>).</summary>
[Device("ide-cd", Bus = Bus.Ide)]
public sealed partial record IdeCd : IdeDisk
{
    /// <summary>Its medium; an empty drive when unset (<c>drive</c>).</summary>
    public IBlockBackend? Drive { get; init; }
}
