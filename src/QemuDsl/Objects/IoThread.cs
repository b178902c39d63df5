namespace QemuDsl.Objects;

/// <summary>A thread that does the I/O of devices (<c>-object iothread</c>).</summary>
[QemuObject("iothread", IdPrefix = "iothread")]
public sealed partial record IoThread : IIoThread
{
    /// <summary>Longest busy wait in nanoseconds; 0 never waits busily (<c>poll-max-ns</c>).</summary>
    [AtLeast(0)]
    public long? PollMaxNs { get; init; }

    /// <summary>Factor that the wait grows by (<c>poll-grow</c>).</summary>
    [AtLeast(0)]
    public long? PollGrow { get; init; }

    /// <summary>Divisor that the wait shrinks by (<c>poll-shrink</c>).</summary>
    [AtLeast(0)]
    public long? PollShrink { get; init; }

    /// <summary>Most requests handed to the host at once (<c>aio-max-batch</c>).</summary>
    [AtLeast(0)]
    public long? AioMaxBatch { get; init; }

    /// <summary>Least threads of its pool (<c>thread-pool-min</c>).</summary>
    [AtLeast(0)]
    public long? ThreadPoolMin { get; init; }

    /// <summary>Most threads of its pool (<c>thread-pool-max</c>).</summary>
    [AtLeast(1)]
    public long? ThreadPoolMax { get; init; }
}
