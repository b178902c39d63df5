namespace QemuDsl.Switches;

/// <summary>CPUs of a NUMA node by their place (<c>-numa cpu</c>).</summary>
[Switch("-numa", "cpu", Repeatable = true)]
public sealed partial record NumaCpu
{
    /// <summary>The node (<c>node-id</c>).</summary>
    public required uint NodeId { get; init; }

    /// <summary>Socket (<c>socket-id</c>).</summary>
    public uint? SocketId { get; init; }

    /// <summary>Die (<c>die-id</c>).</summary>
    public uint? DieId { get; init; }

    /// <summary>Core (<c>core-id</c>).</summary>
    public uint? CoreId { get; init; }

    /// <summary>Thread (<c>thread-id</c>).</summary>
    public uint? ThreadId { get; init; }
}
