using Microsoft.Extensions.Logging;

namespace QemuDsl.Runtime;

/// <summary>
/// PCI devices bound to <c>vfio-pci</c> for a while. They go back to their drivers when this is disposed, and also when its owner is killed: a
/// script on the host waits for the end of its input. Dispose it after the VM that uses them. Needs root on the host.
/// </summary>
public sealed class VfioBinding : IAsyncDisposable
{
    private static readonly TimeSpan Restoring = TimeSpan.FromSeconds(30);

    private readonly IVmHost _host;
    private readonly IHostProcess _process;
    private int _disposed;

    private VfioBinding(IVmHost host, IHostProcess process, OptionList<PciBdf> addresses)
    {
        _host = host;
        _process = process;
        Addresses = addresses;
    }

    /// <summary>The devices.</summary>
    public OptionList<PciBdf> Addresses { get; }

    /// <summary>Binds devices; those that are bound to vfio-pci already stay so afterwards.</summary>
    /// <param name="host">The host.</param>
    /// <param name="addresses">The devices. A network card of the host loses its connection.</param>
    /// <param name="cancellationToken">Gives up; what was bound goes back.</param>
    /// <exception cref="HostException">A device does not exist, or the kernel does not bind it; or the rights are missing.</exception>
    public static Task<VfioBinding> AcquireAsync(IVmHost host, IEnumerable<PciBdf> addresses, CancellationToken cancellationToken = default) =>
        AcquireAsync(host, addresses, "", cancellationToken);

    internal static async Task<VfioBinding> AcquireAsync(
        IVmHost host, IEnumerable<PciBdf> addresses, string root, CancellationToken cancellationToken)
    {
        OptionList<PciBdf> all = [.. addresses.Distinct()];
        var script = HostShell.Command("lease-vfio.sh", [root, .. all.Select(static address => address.ToString())]);
        var process = await host.StartProcessAsync(script, cancellationToken).ConfigureAwait(false);
        var binding = new VfioBinding(host, process, all);
        try
        {
            await binding.ReadyAsync(cancellationToken).ConfigureAwait(false);
            return binding;
        }
        catch
        {
            await binding.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Binds them to their drivers again. A device that is still in use goes back once it is not, within 30 s. Never throws.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await LeaseScript.EndAsync(_process, Restoring, _host.TimeProvider).ConfigureAwait(false);
        if (!_process.Completion.IsCompletedSuccessfully)
        {
            Log.DevicesLeft(_host.LoggerFactory.CreateLogger("QemuDsl.Runtime"), string.Join(", ", Addresses), _host.Name);
        }

        await _process.DisposeAsync().ConfigureAwait(false);
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        if (await LeaseScript.RefusalAsync(_process, cancellationToken).ConfigureAwait(false) is { } said)
        {
            throw new HostException(
                _host.Name,
                $"{string.Join(", ", Addresses)} could not be bound to vfio-pci. It takes root, the driver (modprobe vfio-pci) and an IOMMU that "
                + $"is on. The host said:\n{Evidence.LastLines(said, 5)}");
        }
    }
}
