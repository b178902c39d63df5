namespace QemuDsl.Objects;

/// <summary>A thread that does the I/O of devices (<c>-object iothread</c>).</summary>
[QemuObject("iothread", IdPrefix = "io")]
public sealed partial record IoThread : IIoThread
{
    /// <summary>How long it polls at most, in nanoseconds (<c>poll-max-ns</c>).</summary>
    [AtLeast(0)]
    public long? PollMaxNs { get; init; }

    /// <summary>Factor by which polling grows (<c>poll-grow</c>).</summary>
    [AtLeast(0)]
    public long? PollGrow { get; init; }

    /// <summary>Divisor by which polling shrinks (<c>poll-shrink</c>).</summary>
    [AtLeast(0)]
    public long? PollShrink { get; init; }

    /// <summary>Requests handed to the kernel at once (<c>aio-max-batch</c>).</summary>
    [AtLeast(0)]
    public long? AioMaxBatch { get; init; }

    /// <summary>Worker threads kept (<c>thread-pool-min</c>).</summary>
    [AtLeast(0)]
    public long? ThreadPoolMin { get; init; }

    /// <summary>Worker threads at most (<c>thread-pool-max</c>).</summary>
    [AtLeast(0)]
    public long? ThreadPoolMax { get; init; }
}
