namespace QemuDsl.Blockdevs;

/// <summary>A node whose speed is limited (<c>-blockdev driver=throttle</c>).</summary>
[Blockdev("throttle")]
public sealed partial record ThrottleBlockdev : CommonBlockdev
{
    /// <summary>The limits, shared by all nodes of the group (<c>throttle-group</c>).</summary>
    public required IThrottleGroup ThrottleGroup { get; init; }

    /// <summary>The node that is limited (<c>file</c>).</summary>
    public required IBlockNode File { get; init; }
}
