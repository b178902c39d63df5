namespace QemuDsl.Blockdevs;

/// <summary>How the host reads and writes.</summary>
[OptionEnum]
public enum BlockdevAio
{
    /// <summary>A pool of threads.</summary>
    Threads,

    /// <summary>Linux AIO; needs <c>cache.direct=on</c>.</summary>
    Native,

    /// <summary>Linux io_uring.</summary>
    [Value("io_uring")]
    IoUring,
}
