namespace QemuDsl.Switches;

/// <summary>What the error messages of QEMU begin with (<c>-msg</c>).</summary>
[Switch("-msg")]
public sealed partial record Msg
{
    /// <summary>The time (<c>timestamp</c>).</summary>
    public bool? Timestamp { get; init; }

    /// <summary>The name of the guest (<c>guest-name</c>).</summary>
    public bool? GuestName { get; init; }
}
