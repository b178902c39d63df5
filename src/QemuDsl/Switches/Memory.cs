namespace QemuDsl.Switches;

/// <summary>How much memory the guest has (<c>-m</c>).</summary>
[Switch("-m")]
public sealed partial record Memory
{
    /// <summary>Memory at the start (<c>size</c>).</summary>
    [AtLeast(1024)]
    public required ByteSize Size { get; init; }

    /// <summary>Slots for memory that is plugged (<c>slots</c>).</summary>
    [Range(1, 256)]
    [Requires(nameof(MaxMem))]
    public int? Slots { get; init; }

    /// <summary>Memory with all that can be plugged (<c>maxmem</c>).</summary>
    [Key("maxmem")]
    [Requires(nameof(Slots))]
    public ByteSize? MaxMem { get; init; }

    static partial void CheckMore(Memory value, Findings findings)
    {
        // QEMU reads a number without a suffix as MiB here, and only here (seen on 7.2 and 10.0); without a factor of 1024 there is no
        // suffix.
        if (value.Size.Bytes % 1024 != 0)
        {
            findings.Error(FindingIds.OutOfRange, "size", value.Size.ToString(), "is not a multiple of 1 KiB",
                "Round it, at best to whole MiB.");
        }

        if (value.MaxMem < value.Size)
        {
            findings.Error(FindingIds.OutOfRange, "maxmem", value.MaxMem.ToString(), $"is under the size of {value.Size}", "Raise it.");
        }
    }
}
