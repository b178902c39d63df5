using System.Diagnostics.Contracts;
using QemuDsl.Accelerators;
using QemuDsl.Switches;

namespace QemuDsl;

/// <summary>How many CPUs a guest has, and what runs them.</summary>
public static class CpuExtensions
{
    /// <summary>Gives the guest CPUs (<c>-smp cpus=…</c>). An earlier number or topology is replaced.</summary>
    [Pure]
    public static QemuCommand<TMachine> WithCpus<TMachine>(this QemuCommand<TMachine> command, int count)
        where TMachine : IMachine => command.Add(new Smp { Cpus = count });

    /// <summary>Lets the host CPU run the guest (<c>-accel kvm</c>). With <see cref="WithTcg"/> behind it, QEMU takes TCG where KVM
    /// fails.</summary>
    [Pure]
    public static QemuCommand<TMachine> WithKvm<TMachine>(this QemuCommand<TMachine> command)
        where TMachine : IMachine => command.Add(new KvmAccelerator());

    /// <summary>Lets QEMU translate the code of the guest (<c>-accel tcg</c>).</summary>
    [Pure]
    public static QemuCommand<TMachine> WithTcg<TMachine>(this QemuCommand<TMachine> command)
        where TMachine : IMachine => command.Add(new TcgAccelerator());
}
