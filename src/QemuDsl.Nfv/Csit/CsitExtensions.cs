namespace QemuDsl.Nfv;

/// <summary>Commands as FD.io CSIT's Python library writes them.</summary>
public static class CsitExtensions
{
    /// <summary>
    /// The command that FD.io CSIT's Python library (<c>QemuUtils</c>) makes of such a VM, word for word, to be compared with or run by what expects it. It has no
    /// <c>-balloon none</c>, which QEMU refuses, <c>server=on</c> in place of <c>server</c>, and slots in hex, as QEMU reads them.
    /// </summary>
    /// <remarks>Its init and initial RAM disk are not made here, and <see cref="KernelVmExtensions"/> starts another command.</remarks>
    /// <param name="vm">The VM; its workload is in the init.</param>
    /// <param name="files">The files it names.</param>
    /// <param name="machine">The machine, where <see cref="KernelVm.Machine"/> says nothing.</param>
    /// <exception cref="ArgumentException">The original has no such machine or interface.</exception>
    public static IQemuCommand ToCsitCommand(this KernelVm vm, CsitFiles? files = null, GuestMachine machine = GuestMachine.Pc)
    {
        ArgumentNullException.ThrowIfNull(vm);
        vm.Check();
        return new CsitRendering(vm, files ?? new CsitFiles(), vm.Machine == GuestMachine.OfHost ? machine : vm.Machine).ToCommand();
    }
}
