namespace QemuDsl.Blockdevs;

/// <summary>Kinds of media.</summary>
[OptionEnum]
public enum DriveMedia
{
    /// <summary>A disk.</summary>
    Disk,

    /// <summary>A CD.</summary>
    Cdrom,
}
