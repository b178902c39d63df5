namespace QemuDsl.Switches;

/// <summary>Memory of the guest (<c>-m</c>).</summary>
[Switch("-m")]
public sealed partial record Memory
{
    /// <summary>Memory at the start (<c>size</c>).</summary>
    [AtLeast(1)]
    public ByteSize? Size { get; init; }

    /// <summary>Slots for memory that is plugged later (<c>slots</c>).</summary>
    public uint? Slots { get; init; }

    /// <summary>Memory at most (<c>maxmem</c>).</summary>
    [Requires(nameof(Slots))]
    public ByteSize? Maxmem { get; init; }
}
