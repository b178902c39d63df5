namespace QemuDsl.Switches;

/// <summary>The real-time clock of the guest (<c>-rtc</c>).</summary>
[Switch("-rtc")]
public sealed partial record Rtc
{
    /// <summary>Where it begins: <c>utc</c>, <c>localtime</c> or a time such as <c>2026-01-31T12:00:00</c> (<c>base</c>).</summary>
    [Pattern("utc|localtime|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2})?")]
    public string? Base { get; init; }

    /// <summary>What it follows (<c>clock</c>).</summary>
    public RtcClock? Clock { get; init; }

    /// <summary>What to do with lost ticks; x86 only (<c>driftfix</c>).</summary>
    [Key("driftfix")]
    public RtcDriftFix? DriftFix { get; init; }
}
