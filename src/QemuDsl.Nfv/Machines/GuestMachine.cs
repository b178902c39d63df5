namespace QemuDsl.Nfv;

/// <summary>The machine a VM on the host's root is.</summary>
public enum GuestMachine
{
    /// <summary>By the host's architecture: <see cref="Pc"/> on x86-64, <see cref="Virt"/> on aarch64.</summary>
    OfHost,

    /// <summary>The i440FX PC (<c>pc</c>).</summary>
    Pc,

    /// <summary>The Q35 PC (<c>q35</c>).</summary>
    Q35,

    /// <summary>The Arm machine (<c>virt</c>).</summary>
    Virt,
}
