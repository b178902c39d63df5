namespace QemuDsl.Runtime;

/// <summary>How much of a core a VM's data threads take.</summary>
public enum CoreUse
{
    /// <summary>All threads of each core: one vCPU for each.</summary>
    WholeCore,

    /// <summary>One thread of each core; the VM that shares the cores takes the next one. Needs SMT.</summary>
    OneThread,
}
