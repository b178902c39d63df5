namespace QemuDsl.Runtime;

/// <summary>Asks what the QEMU programs of a host can do.</summary>
public static class CapabilityExtensions
{
    /// <summary>
    /// What a program can do: asked once over QMP, without a guest and without an accelerator of the host, and kept on disk until the
    /// program, or a module of it, changes.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="program">The program, such as <c>qemu-system-x86_64</c>, or a path to one.</param>
    /// <param name="options">Where answers are kept and how long one may take; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="QemuStartException">There is no such program, or what it says is no QEMU's answer.</exception>
    /// <exception cref="HostException">The host cannot run it.</exception>
    public static async Task<QemuCapabilities> GetCapabilitiesAsync(
        this IVmHost host, string program, CapabilityOptions? options = null, CancellationToken cancellationToken = default)
    {
        var facts = await ProgramFacts.ReadAsync(host, program, cancellationToken).ConfigureAwait(false);
        return await new CapabilityProbe(host, options ?? new CapabilityOptions()).GetAsync(facts, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Whether guests of a program are run by KVM or by TCG on this host, and why; what <see cref="Accelerator.Auto"/> does. A
    /// <c>/dev/kvm</c> that opens proves nothing, so a guest of one sector is booted under KVM, a second at most, once for each boot of the
    /// host.
    /// </summary>
    /// <param name="host">The host.</param>
    /// <param name="program">The program, such as <c>qemu-system-x86_64</c>, or a path to one.</param>
    /// <param name="options">Where answers are kept; the defaults when null.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="QemuStartException">There is no such program, or what it says is no QEMU's answer.</exception>
    /// <exception cref="HostException">The host cannot run it.</exception>
    public static Task<AcceleratorDecision> ChooseAcceleratorAsync(
        this IVmHost host, string program, CapabilityOptions? options = null, CancellationToken cancellationToken = default) =>
        new AcceleratorChooser(host, options ?? new CapabilityOptions()).ChooseAsync(program, cancellationToken);
}
