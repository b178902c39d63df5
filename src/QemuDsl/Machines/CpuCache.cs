namespace QemuDsl.Machines;

/// <summary>Caches of a CPU.</summary>
[OptionEnum]
public enum CpuCache
{
    /// <summary>Data, level 1.</summary>
    [Value("l1d")]
    L1Data,

    /// <summary>Instructions, level 1.</summary>
    [Value("l1i")]
    L1Instruction,

    /// <summary>Level 2.</summary>
    L2,

    /// <summary>Level 3.</summary>
    L3,
}
