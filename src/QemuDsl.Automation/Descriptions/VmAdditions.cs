namespace QemuDsl.Automation;

/// <summary>What can be asked of any VM beside its description.</summary>
public sealed record VmAdditions
{
    /// <summary>Memory of the guest (<c>-m</c>), in place of the description's; the description's when null.</summary>
    public ByteSize? Memory { get; init; }

    /// <summary>
    /// TCP ports of the guest, each to be reached through a port of the host's choice on <c>127.0.0.1</c>. They go through the first user netdev of the VM;
    /// one that has none gets one with a virtio card.
    /// </summary>
    public IReadOnlyList<int> ForwardTcp { get; init; } = [];

    internal bool IsEmpty => Memory is null && ForwardTcp.Count == 0;
}
