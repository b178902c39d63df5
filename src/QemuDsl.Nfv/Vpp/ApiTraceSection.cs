namespace QemuDsl.Nfv;

/// <summary>The record of messages of VPP's binary API (<c>api-trace</c>).</summary>
[Section("api-trace")]
public sealed partial record ApiTraceSection
{
    /// <summary>Keeps one (<c>on</c>).</summary>
    public bool On { get; init; }

    /// <summary>Messages it holds; VPP looks for their number behind <c>on</c> only (<c>nitems</c>).</summary>
    [Requires(nameof(On))]
    [Key("nitems")]
    [AtLeast(1)]
    public int? Items { get; init; }

    /// <summary>File under <c>/tmp</c> for the table of messages (<c>save-api-table</c>).</summary>
    public string? SaveApiTable { get; init; }
}
