namespace QemuDsl.Runtime;

/// <summary>A VM and the place it has; disposing ends the VM and gives the place back.</summary>
public sealed class FleetVm : IAsyncDisposable
{
    internal FleetVm(VirtualMachine machine, IVmLease lease)
    {
        Machine = machine;
        Lease = lease;
    }

    /// <summary>The VM.</summary>
    public VirtualMachine Machine { get; }

    /// <summary>Its place.</summary>
    public IVmLease Lease { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Machine.DisposeAsync().ConfigureAwait(false);
        await Lease.DisposeAsync().ConfigureAwait(false);
    }
}
