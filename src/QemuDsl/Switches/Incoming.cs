namespace QemuDsl.Switches;

/// <summary>Where a migration comes from (<c>-incoming</c>).</summary>
[Switch("-incoming", Repeatable = true)]
public sealed partial record Incoming
{
    /// <summary>The URI, such as <c>defer</c> or <c>tcp:127.0.0.1:4444</c>.</summary>
    [Verbatim]
    public required string Uri { get; init; }
}
