using QemuDsl.Machines;

namespace QemuDsl;

/// <summary>
/// Begins commands. Each holds what was described and nothing that QEMU adds by itself (<c>-nodefaults -no-user-config -display none</c>);
/// <see cref="QemuCommand.Bare{TMachine}"/> begins one that has QEMU's defaults.
/// </summary>
public static class Qemu
{
    /// <summary>A command for the i440FX PC.</summary>
    public static QemuCommand<Pc> Pc(Pc? machine = null) => QemuCommand.Create(machine ?? new Pc());

    /// <summary>A command for the Q35 PC with PCI Express.</summary>
    public static QemuCommand<Q35> Q35(Q35? machine = null) => QemuCommand.Create(machine ?? new Q35());

    /// <summary>A command for the minimal machine, with virtio-mmio only.</summary>
    public static QemuCommand<Microvm> Microvm(Microvm? machine = null) => QemuCommand.Create(machine ?? new Microvm());

    /// <summary>A command for the minimal machine with PCI Express.</summary>
    public static QemuCommand<MicrovmPcie> MicrovmPcie(MicrovmPcie? machine = null) => QemuCommand.Create(machine ?? new MicrovmPcie());

    /// <summary>A command for QEMU's own Arm machine.</summary>
    public static QemuCommand<Virt> Virt(Virt? machine = null) => QemuCommand.Create(machine ?? new Virt());
}
