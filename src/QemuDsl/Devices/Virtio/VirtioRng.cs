namespace QemuDsl.Devices;

/// <summary>A virtio source of random numbers, whatever its transport.</summary>
public abstract record VirtioRng : VirtioDevice
{
    /// <summary>Where its numbers come from; the host's random device when unset (<c>rng</c>).</summary>
    public IRngBackend? Rng { get; init; }

    /// <summary>Bytes it gives at most in one period (<c>max-bytes</c>).</summary>
    public ulong? MaxBytes { get; init; }

    /// <summary>The period, in milliseconds (<c>period</c>).</summary>
    [AtLeast(1)]
    public uint? Period { get; init; }
}
