namespace QemuDsl.Objects;

/// <summary>Random numbers from a device of the host (<c>-object rng-random</c>).</summary>
[QemuObject("rng-random", IdPrefix = "rng")]
public sealed partial record RngRandom : IRngBackend
{
    /// <summary>The device; <c>/dev/urandom</c> when unset (<c>filename</c>).</summary>
    public string? Filename { get; init; }
}
