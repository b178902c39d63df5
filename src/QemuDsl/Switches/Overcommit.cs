namespace QemuDsl.Switches;

/// <summary>How the host may treat the guest's memory and CPUs (<c>-overcommit</c>).</summary>
[Switch("-overcommit")]
public sealed partial record Overcommit
{
    /// <summary>Whether memory of QEMU stays in RAM (<c>mem-lock</c>).</summary>
    public MemLock? MemLock { get; init; }

    /// <summary>Whether the guest may put host CPUs to sleep; for CPUs of its own (<c>cpu-pm</c>).</summary>
    public bool? CpuPm { get; init; }

    static partial void CheckMore(Overcommit value, Findings findings)
    {
        if (value.MemLock == Switches.MemLock.OnFault && findings.Version < new QemuVersion(10, 0))
        {
            findings.Error(FindingIds.TooNew, "mem-lock", "on-fault", $"came with QEMU 10.0, and this is meant for {findings.Version}",
                "Use 'on'.");
        }
    }
}
