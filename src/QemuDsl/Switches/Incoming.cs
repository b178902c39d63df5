namespace QemuDsl.Switches;

/// <summary>Waits for a migration (<c>-incoming</c>).</summary>
[Switch("-incoming")]
public sealed partial record Incoming
{
    /// <summary>Where it comes from: <c>tcp:HOST:PORT</c>, <c>unix:PATH</c>, <c>fd:N</c>, <c>exec:COMMAND</c> or <c>defer</c>.</summary>
    [Verbatim]
    public required string Uri { get; init; }
}
