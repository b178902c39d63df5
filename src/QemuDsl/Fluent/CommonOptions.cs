using System.Diagnostics.Contracts;
using QemuDsl.Accelerators;
using QemuDsl.Switches;

namespace QemuDsl;

/// <summary>The options nearly every VM has, in short.</summary>
public static class CommonOptions
{
    /// <summary>Names the guest and its threads (<c>-name guest=…,debug-threads=on</c>).</summary>
    [Pure]
    public static QemuCommand<TMachine> WithName<TMachine>(this QemuCommand<TMachine> command, string name)
        where TMachine : IMachine => command.AddVmName(guest: name, debugThreads: true);

    /// <summary>Gives the guest this many virtual CPUs, as cores of one socket (<c>-smp</c>).</summary>
    [Pure]
    public static QemuCommand<TMachine> WithCpus<TMachine>(this QemuCommand<TMachine> command, int count)
        where TMachine : IMachine => command.AddSmp(cpus: count, sockets: 1, cores: count, threads: 1);

    /// <summary>Boots a kernel without firmware (<c>-kernel</c>, <c>-initrd</c>, <c>-append</c>).</summary>
    [Pure]
    public static QemuCommand<TMachine> WithKernel<TMachine>(
        this QemuCommand<TMachine> command, string kernel, string? initrd = null, string? append = null)
        where TMachine : IMachine
    {
        command = command.AddKernel(kernel);
        command = initrd is null ? command : command.AddInitrd(initrd);
        return append is null ? command : command.AddAppend(append);
    }

    /// <summary>Runs the guest by Linux's hypervisor (<c>-accel kvm</c>).</summary>
    [Pure]
    public static QemuCommand<TMachine> WithKvm<TMachine>(this QemuCommand<TMachine> command)
        where TMachine : IMachine => command.AddKvmAccelerator();

    /// <summary>Runs the guest by QEMU's own emulation (<c>-accel tcg</c>).</summary>
    [Pure]
    public static QemuCommand<TMachine> WithTcg<TMachine>(this QemuCommand<TMachine> command)
        where TMachine : IMachine => command.AddTcgAccelerator();
}
