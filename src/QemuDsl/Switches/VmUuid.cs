namespace QemuDsl.Switches;

/// <summary>UUID of the guest, as SMBIOS tells it (<c>-uuid</c>).</summary>
[Switch("-uuid")]
public sealed partial record VmUuid
{
    /// <summary>The UUID.</summary>
    [Verbatim]
    [Pattern("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")]
    public required string Uuid { get; init; }
}
