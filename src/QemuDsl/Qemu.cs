using QemuDsl.Machines;

namespace QemuDsl;

/// <summary>
/// Begins a command for a machine, with nothing in it that was not asked for: <c>-nodefaults</c>, <c>-no-user-config</c> and
/// <c>-display none</c>, which a display takes the place of.
/// </summary>
public static class Qemu
{
    /// <summary>A PC with the i440FX chipset (<c>-machine pc</c>).</summary>
    public static QemuCommand<Pc> Pc(Pc? machine = null) => QemuCommand.Create(machine ?? new Pc());

    /// <summary>A PC with the Q35 chipset and PCI Express (<c>-machine q35</c>).</summary>
    public static QemuCommand<Q35> Q35(Q35? machine = null) => QemuCommand.Create(machine ?? new Q35());

    /// <summary>A small machine without PCI (<c>-machine microvm</c>).</summary>
    public static QemuCommand<Microvm> Microvm(Microvm? machine = null) => QemuCommand.Create(machine ?? new Microvm());

    /// <summary>A small machine with PCI Express (<c>-machine microvm,pcie=on</c>).</summary>
    public static QemuCommand<MicrovmPcie> MicrovmPcie(MicrovmPcie? machine = null) => QemuCommand.Create(machine ?? new MicrovmPcie());

    /// <summary>A 64-bit Arm machine (<c>-machine virt</c>).</summary>
    public static QemuCommand<Virt> Virt(Virt? machine = null) => QemuCommand.Create(machine ?? new Virt());
}
