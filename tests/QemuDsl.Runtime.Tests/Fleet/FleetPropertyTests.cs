using CsCheck;
using QemuDsl.Runtime.Tests.Placement;

namespace QemuDsl.Runtime.Tests.Fleet;

/// <summary>What holds whoever asks for what, gives back and gives up, in whatever order.</summary>
public sealed class FleetPropertyTests
{
    private static readonly Gen<HostTopology> Hosts = Gen.Select(Gen.Int[1, 2], Gen.Int[1, 4], Gen.Int[1, 2], PlacementPlanTests.Host);

    private static readonly Gen<VmResources> Requests = Gen.Select(
        Gen.Int[0, 6], Gen.Int[0, 6], Gen.Bool,
        static (cpus, memory, pin) => new VmResources { Cpus = cpus, Memory = new ByteSize(memory), PinCpus = pin && cpus > 0 });

    // A group is asked for; or the one that was asked for n-th is given back or given up.
    private static readonly Gen<(VmResources[] Group, int Which, bool Asks)[]> Steps =
        Gen.Select(Requests.Array[1, 3], Gen.Int[0, 40], Gen.Bool).Array[0, 60];

    [Fact]
    public void Leases_never_exceed_what_there_is_and_in_the_end_all_is_there_again() =>
        Gen.Select(Hosts.Array[1, 3], Steps).Sample((topologies, steps) =>
        {
            var hosts = topologies.Select(static (topology, index) => new FleetHost(
                new OtherHost(new LocalHost()), new HostCapacity(topology.Cpus.Count, new ByteSize(10)) { Topology = topology })).ToList();
            var fleet = new StaticFleet(hosts);
            var asked = new List<Asked>();
            foreach (var (group, which, asks) in steps)
            {
                Step(fleet, asked, asks ? group : null, which);
                Holds(hosts, [.. asked.SelectMany(static one => one.Leases)]);
                InOrder(asked);
            }

            foreach (var one in Enumerable.Reverse(asked))
            {
                one.Dispose();
            }

            var everything = hosts.Select(static host => host.Capacity)
                .Select(static all => new VmResources { Cpus = all.Cpus, Memory = all.Memory, PinCpus = true });
            return fleet.AcquireAllAsync([.. everything], TestContext.Current.CancellationToken).IsCompletedSuccessfully;
        });

    [Fact]
    public async Task Leases_never_exceed_what_there_is_when_all_ask_at_once()
    {
        var fleet = new LocalFleet(new LocalHost(), new HostCapacity(5, "64G"));
        var used = new Peak();

        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => Task.Run(async () =>
        {
            using var giveUp = new CancellationTokenSource();
            var asking = fleet.AcquireAsync(new VmResources { Cpus = (number % 4) + 1 }, giveUp.Token);
            if (number % 3 == 0)
            {
                await giveUp.CancelAsync();
            }

            try
            {
                await using var lease = await asking;
                used.Enter(lease.Resources.Cpus);
                await Task.Yield();
                used.Leave(lease.Resources.Cpus);
            }
            catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
            {
                // As asked.
            }
        })));

        Assert.InRange(used.Most, 1, 5);
        Assert.True(Leases.Ask(fleet, 5).IsCompletedSuccessfully, "all is there again");
    }

    private static void Step(StaticFleet fleet, List<Asked> asked, VmResources[]? group, int which)
    {
        if (group is not null)
        {
            asked.Add(new Asked(fleet, group));
        }
        else if (which < asked.Count)
        {
            asked[which].End();
        }
    }

    private static void Holds(List<FleetHost> hosts, List<IVmLease> leases)
    {
        foreach (var host in hosts)
        {
            var there = leases.Where(lease => ReferenceEquals(lease.Host, host.Host)).ToList();
            var pinned = there.Select(static lease => lease.Cpus).OfType<CpuSet>().SelectMany(static cpus => cpus.Numbers()).ToList();
            Assert.InRange(there.Sum(static lease => lease.Resources.Cpus), 0, host.Capacity.Cpus);
            Assert.InRange(there.Sum(static lease => lease.Resources.Memory.Bytes), 0, host.Capacity.Memory.Bytes);
            Assert.Equal(pinned.Distinct().Count(), pinned.Count);
            Assert.Equal(there.Where(static lease => lease.Resources.PinCpus).Sum(static lease => lease.Resources.Cpus), pinned.Count);
        }
    }

    private static void InOrder(List<Asked> asked)
    {
        var queue = asked.Where(static one => !one.IsRefused && !one.HasGivenUp).Select(static one => one.IsServed).ToList();
        Assert.Equal(queue.OrderByDescending(static served => served), queue);
    }

    private sealed class Asked : IDisposable
    {
        private readonly CancellationTokenSource _giveUp = new();
        private readonly Task<IReadOnlyList<IVmLease>> _served;
        private bool _ended;

        public Asked(IVmFleet fleet, VmResources[] group)
        {
            _served = fleet.AcquireAllAsync(group, _giveUp.Token);
            Assert.True(!_served.IsFaulted || _served.Exception.InnerException is FleetException, $"{_served.Exception}");
        }

        public bool IsRefused => _served.IsFaulted;

        public bool IsServed => _served.IsCompletedSuccessfully;

        public bool HasGivenUp => _served.IsCanceled;

        public IEnumerable<IVmLease> Leases => IsServed && !_ended ? _served.Result : [];

        // What is there to be given back is given back, else it is given up.
        public void End()
        {
            foreach (var lease in Leases)
            {
                Assert.True(lease.DisposeAsync().AsTask().IsCompletedSuccessfully);
            }

            _ended = IsServed;
            _giveUp.Cancel();
        }

        public void Dispose()
        {
            End();
            _giveUp.Dispose();
        }
    }
}
