namespace QemuDsl.Blockdevs;

/// <summary>A node with limits (<c>-blockdev driver=throttle</c>).</summary>
[Blockdev("throttle")]
public sealed partial record ThrottleBlockdev : BlockNode
{
    /// <summary>The limits (<c>throttle-group</c>).</summary>
    public required IThrottleGroup ThrottleGroup { get; init; }

    /// <summary>The node (<c>file</c>).</summary>
    public required IBlockNode File { get; init; }
}
