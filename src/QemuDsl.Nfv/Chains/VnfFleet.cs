using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>Chains of network functions that run, on one host or several. Disposing it ends them all.</summary>
public sealed class VnfFleet : IAsyncDisposable
{
    internal VnfFleet(IReadOnlyList<VnfMember> members) => Members = members;

    /// <summary>The VMs, host by host, chain by chain.</summary>
    public IReadOnlyList<VnfMember> Members { get; }

    /// <summary>Starts the chains: all VMs, or none.</summary>
    /// <param name="hosts">The hosts; each gets all chains.</param>
    /// <param name="chains">The chains.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="ArgumentException">A description does not fit together.</exception>
    /// <exception cref="HostException">A host lacks something, such as CPUs.</exception>
    /// <exception cref="QemuStartException">QEMU refused a VM.</exception>
    /// <exception cref="BootException">A workload did not get to work.</exception>
    public static Task<VnfFleet> StartAsync(IEnumerable<IVmHost> hosts, VnfChains chains, CancellationToken cancellationToken = default) =>
        new VnfFleetStarter([.. hosts], chains).StartAsync(cancellationToken);

    /// <summary>Starts the chains on one host.</summary>
    /// <inheritdoc cref="StartAsync(IEnumerable{IVmHost}, VnfChains, CancellationToken)"/>
    public static Task<VnfFleet> StartAsync(IVmHost host, VnfChains chains, CancellationToken cancellationToken = default) =>
        StartAsync([host], chains, cancellationToken);

    /// <summary>Who is wired to what and pinned where, a line for each VM and each of its interfaces.</summary>
    public string Describe() => VnfDescription.Text([.. Members]);

    /// <summary>The same as a drawing (SVG).</summary>
    public string ToSvg() => VnfDrawing.Svg([.. Members]);

    /// <summary>Ends all VMs.</summary>
    public async ValueTask DisposeAsync() =>
        await Task.WhenAll(Members.Select(static member => member.Vnf.DisposeAsync().AsTask())).ConfigureAwait(false);
}
