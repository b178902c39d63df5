using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>
/// What QEMU before 8.0 cannot do under TCG: when the guest's kernel switches on the MSI-X of a vhost-user card, QEMU looks for interrupts that only KVM
/// has given it, and crashes. DPDK polls and never does.
/// </summary>
internal static class MsixLimit
{
    private static readonly QemuVersion Mended = new(8, 0);

    /// <summary>The interfaces, those of vhost-user without MSI-X where this host's QEMU would crash. What tells its vectors keeps them.</summary>
    public static async Task<OptionList<VnfInterface>> AvoidAsync(
        IVmHost host, string program, IReadOnlyList<VnfInterface> interfaces, CancellationToken cancellationToken) =>
        interfaces.Any(IsUndecided) && await IsThereAsync(host, program, cancellationToken).ConfigureAwait(false)
            ? [.. interfaces.Select(static nic => IsUndecided(nic) ? (VhostUserInterface)nic with { Vectors = 0 } : nic)]
            : [.. interfaces];

    internal static bool IsThere(QemuVersion version, bool isKvm) => version < Mended && !isKvm;

    private static async Task<bool> IsThereAsync(IVmHost host, string program, CancellationToken cancellationToken)
    {
        var version = (await host.GetCapabilitiesAsync(program, cancellationToken: cancellationToken).ConfigureAwait(false)).Version;
        return IsThere(version, isKvm: false)
            && IsThere(version, (await host.ChooseAcceleratorAsync(program, cancellationToken: cancellationToken).ConfigureAwait(false)).IsKvm);
    }

    private static bool IsUndecided(VnfInterface nic) => nic is VhostUserInterface { Vectors: null };
}
