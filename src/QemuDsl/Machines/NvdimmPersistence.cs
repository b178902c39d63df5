namespace QemuDsl.Machines;

/// <summary>Which part of the platform saves NVDIMM data on power loss.</summary>
[OptionEnum]
public enum NvdimmPersistence
{
    /// <summary>The CPU caches and the memory controller.</summary>
    Cpu,

    /// <summary>The memory controller.</summary>
    MemCtrl,
}
