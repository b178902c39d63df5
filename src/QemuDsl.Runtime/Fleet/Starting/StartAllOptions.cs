namespace QemuDsl.Runtime;

/// <summary>How a fleet starts many VMs.</summary>
public sealed record StartAllOptions
{
    /// <summary>How many are being started at a time; more of them only make each other slower.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Told of each VM that has started.</summary>
    public IProgress<FleetProgress>? Progress { get; init; }
}
