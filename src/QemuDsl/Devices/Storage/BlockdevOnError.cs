namespace QemuDsl.Devices;

/// <summary>What a disk does when its medium fails.</summary>
[OptionEnum]
public enum BlockdevOnError
{
    /// <summary>The guest sees the error.</summary>
    Report,

    /// <summary>The error is passed over.</summary>
    Ignore,

    /// <summary>The guest pauses when the host is out of space, and sees other errors.</summary>
    Enospc,

    /// <summary>The guest pauses.</summary>
    Stop,

    /// <summary>As QEMU sees fit.</summary>
    Auto,
}
