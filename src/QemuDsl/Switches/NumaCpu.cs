namespace QemuDsl.Switches;

/// <summary>Puts CPUs into a NUMA node by their topology (<c>-numa cpu</c>).</summary>
[Switch("-numa", "cpu", Repeatable = true)]
public sealed partial record NumaCpu
{
    /// <summary>The node (<c>node-id</c>).</summary>
    [Range(0, 127)]
    public required int NodeId { get; init; }

    /// <summary>Socket (<c>socket-id</c>).</summary>
    [AtLeast(0)]
    public int? SocketId { get; init; }

    /// <summary>Die (<c>die-id</c>).</summary>
    [AtLeast(0)]
    public int? DieId { get; init; }

    /// <summary>Cluster (<c>cluster-id</c>).</summary>
    [AtLeast(0)]
    public int? ClusterId { get; init; }

    /// <summary>Core (<c>core-id</c>).</summary>
    [AtLeast(0)]
    public int? CoreId { get; init; }

    /// <summary>Thread (<c>thread-id</c>).</summary>
    [AtLeast(0)]
    public int? ThreadId { get; init; }
}
