using System.Collections;

namespace QemuDsl.Runtime;

/// <summary>VMs that were started together, in the order of their requests; disposing ends them all.</summary>
public sealed class FleetVms : IReadOnlyList<FleetVm>, IAsyncDisposable
{
    private readonly FleetVm[] _vms;

    internal FleetVms(FleetVm[] vms) => _vms = vms;

    /// <inheritdoc/>
    public int Count => _vms.Length;

    /// <inheritdoc/>
    public FleetVm this[int index] => _vms[index];

    /// <inheritdoc/>
    public IEnumerator<FleetVm> GetEnumerator() => _vms.AsEnumerable().GetEnumerator();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await Task.WhenAll(_vms.Select(static vm => vm.DisposeAsync().AsTask())).ConfigureAwait(false);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
