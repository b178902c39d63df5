namespace QemuDsl.Blockdevs;

/// <summary>How I/O is done.</summary>
[OptionEnum]
public enum BlockdevAio
{
    /// <summary>By threads.</summary>
    Threads,

    /// <summary>By Linux's own AIO; needs direct access.</summary>
    Native,

    /// <summary>By io_uring.</summary>
    [Value("io_uring")]
    IoUring,
}
