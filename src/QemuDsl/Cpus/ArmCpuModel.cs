namespace QemuDsl.Cpus;

/// <summary>Models of aarch64 CPUs.</summary>
[OptionEnum]
public enum ArmCpuModel
{
    /// <summary><c>a64fx</c>.</summary>
    A64fx,

    /// <summary><c>cortex-a35</c>.</summary>
    CortexA35,

    /// <summary><c>cortex-a53</c>.</summary>
    CortexA53,

    /// <summary><c>cortex-a55</c>.</summary>
    CortexA55,

    /// <summary><c>cortex-a57</c>.</summary>
    CortexA57,

    /// <summary><c>cortex-a710</c>.</summary>
    CortexA710,

    /// <summary><c>cortex-a72</c>.</summary>
    CortexA72,

    /// <summary><c>cortex-a76</c>.</summary>
    CortexA76,

    /// <summary><c>max</c>. Everything the accelerator can do.</summary>
    Max,

    /// <summary><c>neoverse-n1</c>.</summary>
    NeoverseN1,

    /// <summary><c>neoverse-n2</c>.</summary>
    NeoverseN2,

    /// <summary><c>neoverse-v1</c>.</summary>
    NeoverseV1,

    /// <summary><c>host</c>. Under KVM: the host's own CPU.</summary>
    Host,
}
