namespace QemuDsl.Switches;

/// <summary>Time counted in instructions (<c>-icount</c>).</summary>
[Switch("-icount")]
public sealed partial record Icount
{
    /// <summary>Instructions take 2^N ns, or <c>auto</c> (<c>shift</c>).</summary>
    [Pattern("[0-9]|10|auto")]
    public string? Shift { get; init; }

    /// <summary>Whether host and guest time are kept together (<c>align</c>).</summary>
    public bool? Align { get; init; }

    /// <summary>Whether idle time passes by sleeping (<c>sleep</c>).</summary>
    public bool? Sleep { get; init; }

    /// <summary>Whether the run is recorded or replayed (<c>rr</c>).</summary>
    public IcountReplay? Rr { get; init; }

    /// <summary>File of the recording (<c>rrfile</c>).</summary>
    [Requires(nameof(Rr))]
    public string? Rrfile { get; init; }

    /// <summary>Snapshot the run starts from (<c>rrsnapshot</c>).</summary>
    [Requires(nameof(Rr))]
    public string? Rrsnapshot { get; init; }
}
