namespace QemuDsl.Nfv;

/// <summary>Which of several processes on the same memory a DPDK program is.</summary>
[OptionEnum]
public enum DpdkProcess
{
    /// <summary>The one that makes the memory.</summary>
    Primary,

    /// <summary>One that joins it.</summary>
    Secondary,

    /// <summary>Whatever there is room for.</summary>
    Auto,
}
