namespace QemuDsl.Switches;

/// <summary>The guest's clock (<c>-rtc</c>).</summary>
[Switch("-rtc")]
public sealed partial record Rtc
{
    /// <summary>Its start: <c>utc</c>, <c>localtime</c>, or a date such as <c>2026-01-31T12:00:00</c> (<c>base</c>).</summary>
    public string? Base { get; init; }

    /// <summary>What makes it go (<c>clock</c>).</summary>
    public RtcClock? Clock { get; init; }

    /// <summary>Whether lost ticks are made up for (<c>driftfix</c>).</summary>
    public RtcDriftfix? Driftfix { get; init; }
}
