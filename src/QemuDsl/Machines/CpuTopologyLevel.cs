namespace QemuDsl.Machines;

/// <summary>Levels of the CPU topology.</summary>
[OptionEnum]
public enum CpuTopologyLevel
{
    /// <summary>One thread.</summary>
    Thread,

    /// <summary>The threads of a core.</summary>
    Core,

    /// <summary>The cores of a module.</summary>
    Module,

    /// <summary>The cores of a cluster.</summary>
    Cluster,

    /// <summary>The cores of a die.</summary>
    Die,

    /// <summary>The cores of a socket.</summary>
    Socket,

    /// <summary>What the CPU model says.</summary>
    Default,
}
