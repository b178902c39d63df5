namespace QemuDsl.Runtime;

/// <summary>What is free of a host. Its user guards it against being used by two at once.</summary>
internal sealed class HostPool(FleetHost host)
{
    private int _cpus;
    private long _memory;
    private CpuSet _pinned;

    public FleetHost Host => host;

    public int FreeCpus => host.Capacity.Cpus - _cpus;

    public bool IsLost => host.Host is IConnectedHost { ConnectionLost.IsCancellationRequested: true };

    /// <summary>Takes it all, or nothing.</summary>
    public bool TryTake(VmResources resources, out CpuSet? cpus)
    {
        cpus = null;
        if (resources.Cpus > FreeCpus || resources.Memory.Bytes > host.Capacity.Memory.Bytes - _memory)
        {
            return false;
        }

        if (resources.PinCpus)
        {
            cpus = host.Capacity.Topology is { } topology ? CpuChooser.Choose(topology, _pinned, resources.Cpus) : null;
            if (cpus is not { } chosen)
            {
                return false;
            }

            _pinned = _pinned.Or(chosen);
        }

        _cpus += resources.Cpus;
        _memory += resources.Memory.Bytes;
        return true;
    }

    public void GiveBack(VmResources resources, CpuSet? cpus)
    {
        _cpus -= resources.Cpus;
        _memory -= resources.Memory.Bytes;
        _pinned = _pinned.Without(cpus ?? default);
    }
}
