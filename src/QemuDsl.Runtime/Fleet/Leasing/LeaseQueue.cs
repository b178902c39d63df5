namespace QemuDsl.Runtime;

/// <summary>Who waits for places, in the order of their coming, and what is free.</summary>
internal sealed class LeaseQueue
{
    private readonly Lock _gate = new();
    private readonly IReadOnlyList<FleetHost> _hosts;
    private readonly List<HostPool> _pools;
    private readonly LinkedList<Waiter> _waiting = new();

    public LeaseQueue(IReadOnlyList<FleetHost> hosts)
    {
        _hosts = hosts;
        _pools = [.. hosts.Select(static host => new HostPool(host))];
    }

    public Task<IReadOnlyList<IVmLease>> AcquireAsync(IReadOnlyList<VmResources> resources, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resources);
        foreach (var one in resources)
        {
            one.Validate();
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<IReadOnlyList<IVmLease>>(cancellationToken);
        }

        return Placing.IsPossible(_hosts, resources)
            ? WaitAsync(new Waiter(resources), cancellationToken)
            : Task.FromException<IReadOnlyList<IVmLease>>(new FleetException(Impossibility.Of(_hosts, resources)));
    }

    internal void Release(HostPool pool, Lease lease)
    {
        lock (_gate)
        {
            pool.GiveBack(lease.Resources, lease.Cpus);
            Serve();
        }
    }

    private static async Task ForgetAsync(Task served, CancellationTokenRegistration leaving)
    {
        await served.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await leaving.DisposeAsync().ConfigureAwait(false);
    }

    private Task<IReadOnlyList<IVmLease>> WaitAsync(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            waiter.Place = _waiting.AddLast(waiter);
            Serve();
        }

        if (!waiter.Served.Task.IsCompleted)
        {
            _ = ForgetAsync(waiter.Served.Task, cancellationToken.UnsafeRegister(_ => Leave(waiter, cancellationToken), null));
        }

        return waiter.Served.Task;
    }

    // Whoever it held up may go on.
    private void Leave(Waiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (waiter.Place?.List is null)
            {
                return;
            }

            _waiting.Remove(waiter.Place);
            Serve();
        }

        waiter.Served.TrySetCanceled(cancellationToken);
    }

    private void Serve()
    {
        while (_waiting.First is { } first && Placing.Take(Usable(first.Value.Resources), first.Value.Resources) is { } taken)
        {
            _waiting.RemoveFirst();
            first.Value.Served.SetResult([.. taken.Select((place, index) =>
                new Lease(this, place.Pool, first.Value.Resources[index], place.Cpus))]);
        }
    }

    // A host that is lost may come back: it is left out only where waiting for the others has an end.
    private List<HostPool> Usable(IReadOnlyList<VmResources> resources)
    {
        var connected = _pools.Where(static pool => !pool.IsLost).ToList();
        return connected.Count < _pools.Count && Placing.IsPossible(connected.ConvertAll(static pool => pool.Host), resources)
            ? connected
            : _pools;
    }

    private sealed class Waiter(IReadOnlyList<VmResources> resources)
    {
        public IReadOnlyList<VmResources> Resources => resources;

        // Its continuations must not run under the lock.
        public TaskCompletionSource<IReadOnlyList<IVmLease>> Served { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public LinkedListNode<Waiter>? Place { get; set; }
    }
}
