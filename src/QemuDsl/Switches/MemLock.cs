namespace QemuDsl.Switches;

/// <summary>Whether memory of QEMU stays in RAM.</summary>
[OptionEnum]
public enum MemLock
{
    /// <summary>It may be swapped.</summary>
    Off,

    /// <summary>It stays, all of it from the start.</summary>
    On,

    /// <summary>It stays once it is used; since QEMU 10.0.</summary>
    OnFault,
}
