namespace QemuDsl.Switches;

/// <summary>Time that follows the number of instructions (<c>-icount</c>).</summary>
/// <remarks>TCG with one thread only.</remarks>
[Switch("-icount")]
public sealed partial record Icount
{
    /// <summary>One instruction takes two to the power of this in nanoseconds; <c>auto</c> follows the host (<c>shift</c>).</summary>
    [Pattern("auto|[0-9]|10")]
    public string? Shift { get; init; }

    /// <summary>Whether the guest is slowed down to the host's clock (<c>align</c>).</summary>
    public bool? Align { get; init; }

    /// <summary>Whether the host sleeps while the guest idles; off jumps ahead (<c>sleep</c>).</summary>
    public bool? Sleep { get; init; }

    /// <summary>Recording or replaying a run (<c>rr</c>).</summary>
    [Requires(nameof(RrFile))]
    public IcountReplay? Rr { get; init; }

    /// <summary>File of the recording (<c>rrfile</c>).</summary>
    [Key("rrfile")]
    public string? RrFile { get; init; }

    /// <summary>Snapshot made or loaded at the start (<c>rrsnapshot</c>).</summary>
    [Key("rrsnapshot")]
    [Requires(nameof(Rr))]
    public string? RrSnapshot { get; init; }
}
