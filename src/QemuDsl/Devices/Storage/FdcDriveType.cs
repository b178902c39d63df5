namespace QemuDsl.Devices;

/// <summary>Kinds of floppy drives.</summary>
[OptionEnum]
public enum FdcDriveType
{
    /// <summary>1.44 MB, 3.5 inches.</summary>
    [Value("144")]
    Mb144,

    /// <summary>2.88 MB, 3.5 inches.</summary>
    [Value("288")]
    Mb288,

    /// <summary>1.2 MB, 5.25 inches.</summary>
    [Value("120")]
    Mb120,

    /// <summary>No drive.</summary>
    None,

    /// <summary>By the medium.</summary>
    Auto,
}
