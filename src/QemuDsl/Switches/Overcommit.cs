namespace QemuDsl.Switches;

/// <summary>What the guest may take from the host (<c>-overcommit</c>).</summary>
[Switch("-overcommit")]
public sealed partial record Overcommit
{
    /// <summary>Whether the guest's memory is locked (<c>mem-lock</c>).</summary>
    public bool? MemLock { get; init; }

    /// <summary>Whether the guest manages the power of the CPUs (<c>cpu-pm</c>).</summary>
    public bool? CpuPm { get; init; }
}
