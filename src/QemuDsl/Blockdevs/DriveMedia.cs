namespace QemuDsl.Blockdevs;

/// <summary>What a drive is.</summary>
[OptionEnum]
public enum DriveMedia
{
    /// <summary>A hard disk.</summary>
    Disk,

    /// <summary>A CD-ROM.</summary>
    Cdrom,
}
