namespace QemuDsl.Switches;

/// <summary>Identity of the VM (<c>-uuid</c>).</summary>
[Switch("-uuid")]
public sealed partial record Uuid
{
    /// <summary>The UUID (<c>value</c>).</summary>
    [Positional]
    public required Guid Value { get; init; }
}
