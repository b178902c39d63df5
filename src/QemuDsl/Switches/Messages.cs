namespace QemuDsl.Switches;

/// <summary>What QEMU's messages show (<c>-msg</c>).</summary>
[Switch("-msg")]
public sealed partial record Messages
{
    /// <summary>Whether they show the time (<c>timestamp</c>).</summary>
    public bool? Timestamp { get; init; }

    /// <summary>Whether they show the guest's name (<c>guest-name</c>).</summary>
    public bool? GuestName { get; init; }
}
