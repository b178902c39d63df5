using System.Collections.Concurrent;
using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Fleet;

/// <summary>Many VMs of real QEMU: all of them, or none.</summary>
public sealed class StartAllTests : IAsyncDisposable
{
    private readonly TestHost _host = new();

    // Written once: a guest that boots while its image is written anew finds nothing.
    private readonly RawCommand _guest;

    public StartAllTests() => _guest = _host.Boots(MarkerGuests.BootSector());

    private VmOptions UntilMarker { get; } =
        new() { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker), BootTimeout = TimeSpan.FromMinutes(2) };

    [Fact]
    public async Task Twenty_VMs_that_share_two_CPUs_boot_at_once_and_come_in_order()
    {
        var fleet = Fleet(20);
        var requests = Enumerable.Range(0, 20).Select(number => new VmRequest(Guest("-name", $"vm{number}"), UntilMarker)).ToList();
        var told = new ConcurrentQueue<FleetProgress>();

        var vms = await fleet.StartAllAsync(
            requests, new StartAllOptions { Progress = new Direct<FleetProgress>(told.Enqueue) }, TestContext.Current.CancellationToken);

        Assert.Equal(20, vms.Count);
        Assert.All(vms, static vm => Assert.Contains(MarkerGuests.Marker, vm.Machine.Serial!.Text, StringComparison.Ordinal));
        for (var number = 0; number < vms.Count; number++)
        {
            var name = await vms[number].Machine.Qmp.ExecuteAsync("query-name", default, TestContext.Current.CancellationToken);
            Assert.Equal($"vm{number}", name.GetProperty("name").GetString());
        }

        Assert.Equal(Enumerable.Range(0, 20), told.Select(static one => one.Index).Order());
        Assert.Equal(Enumerable.Range(1, 20), told.Select(static one => one.Started).Order());
        await vms.DisposeAsync();
        await _host.NothingIsLeftAsync();
        Assert.True(Leases.Ask(fleet, 20).IsCompletedSuccessfully, "all places came back");
    }

    [Fact]
    public async Task Twenty_who_wait_for_two_CPUs_run_two_at_a_time()
    {
        var fleet = Fleet(2);
        var running = new Peak();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await using var lease = await Leases.Ask(fleet, 1);
            running.Enter();
            await using (await lease.Host.StartAsync(Guest(), UntilMarker, TestContext.Current.CancellationToken))
            {
                // It has booted, which is enough.
            }

            running.Leave();
        }));

        Assert.Equal(2, running.Most);
        await _host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Failure_of_the_third_ends_all_others_and_is_thrown_as_it_was()
    {
        var fleet = Fleet(5);
        var requests = WithoutThird(5);

        var failure = await Assert.ThrowsAsync<QemuStartException>(
            () => fleet.StartAllAsync(requests, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("no-such-device", failure.Message, StringComparison.Ordinal);
        Assert.Contains("VmStarter", failure.StackTrace, StringComparison.Ordinal);
        await _host.NothingIsLeftAsync();
        Assert.True(Leases.Ask(fleet, 5).IsCompletedSuccessfully, "all places came back");
    }

    [Fact]
    public async Task Failure_when_others_run_already_ends_them()
    {
        var fleet = Fleet(3);
        var requests = WithoutThird(3);
        var told = new ConcurrentQueue<FleetProgress>();

        // One after the other.
        await Assert.ThrowsAsync<QemuStartException>(() => fleet.StartAllAsync(
            requests,
            new StartAllOptions { Parallel = 1, Progress = new Direct<FleetProgress>(told.Enqueue) },
            TestContext.Current.CancellationToken));

        Assert.Equal([0, 1], told.Select(static one => one.Index));
        await _host.NothingIsLeftAsync();
        Assert.True(Leases.Ask(fleet, 3).IsCompletedSuccessfully, "all places came back");
    }

    [Fact]
    public async Task Giving_up_while_some_run_and_some_start_leaves_nothing()
    {
        var fleet = Fleet(6);
        using var giveUp = new CancellationTokenSource();
        var progress = new Direct<FleetProgress>(told =>
        {
            if (told.Started == 2)
            {
                giveUp.Cancel();
            }
        });

        var end = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fleet.StartAllAsync(
            [.. Enumerable.Range(0, 6).Select(_ => new VmRequest(Guest(), UntilMarker))],
            new StartAllOptions { Parallel = 2, Progress = progress },
            giveUp.Token));

        Assert.Equal(giveUp.Token, end.CancellationToken);
        await _host.NothingIsLeftAsync();
        Assert.True(Leases.Ask(fleet, 6).IsCompletedSuccessfully, "all places came back");
    }

    [Fact]
    public async Task No_more_than_that_many_start_at_a_time()
    {
        var starting = new Peak();
        var options = new VmOptions
        {
            Progress = new Direct<BootProgress>(told =>
            {
                if (told.Phase == BootPhase.Preparing)
                {
                    starting.Enter();
                }
                else if (told.Phase == BootPhase.Running)
                {
                    starting.Leave();
                }
            }),
        };

        await using var vms = await Fleet(8).StartAllAsync(
            [.. Enumerable.Range(0, 8).Select(_ => new VmRequest(Guest(), options))],
            new StartAllOptions { Parallel = 2 },
            TestContext.Current.CancellationToken);

        Assert.Equal(2, starting.Most);
    }

    [Fact]
    public async Task More_than_will_ever_fit_is_refused_before_anything_starts()
    {
        var failure = await Assert.ThrowsAsync<FleetException>(() => Fleet(2).StartAllAsync(
            [.. Enumerable.Range(0, 3).Select(_ => new VmRequest(Guest()))], cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("3 VMs at once, with 3 CPUs", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task VMs_with_CPUs_of_their_own_run_on_them()
    {
        var capacity = await HostCapacity.OfAsync(_host.Host, TestContext.Current.CancellationToken);
        if (capacity.Cpus < 2)
        {
            Missing.Report("two CPUs are needed");
        }

        var own = new VmResources { Cpus = 1, Memory = "128M", PinCpus = true };
        await using var vms = await Fleet(capacity).StartAllAsync(
            [new VmRequest(Guest()) { Resources = own }, new VmRequest(Guest("-smp", "2")) { Resources = own }],
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.NotEqual(vms[0].Lease.Cpus, vms[1].Lease.Cpus);
        foreach (var vm in vms)
        {
            var threads = await vm.Machine.FindThreadsAsync(TestContext.Current.CancellationToken);
            Assert.All(
                threads.Where(static thread => thread.Kind is VmThreadKind.VCpu or VmThreadKind.Emulator),
                thread => Assert.Contains(
                    $"Cpus_allowed_list:\t{vm.Lease.Cpus}\n", Status(vm.Machine.Pid, thread.Id), StringComparison.Ordinal));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>VMs of which the third cannot start.</summary>
    private List<VmRequest> WithoutThird(int count) =>
    [
        .. from number in Enumerable.Range(0, count)
           select new VmRequest(number == 2 ? Guest("-device", "no-such-device") : Guest(), UntilMarker),
    ];

    private static string Status(int pid, int thread) =>
        File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/task/{thread}/status"));

    private IVmFleet Fleet(int cpus) => Fleet(new HostCapacity(cpus, "64G"));

    private IVmFleet Fleet(HostCapacity capacity) =>
        _host.Host is LocalHost local ? new LocalFleet(local, capacity) : new StaticFleet([new FleetHost(_host.Host, capacity)]);

    private RawCommand Guest(params string[] more) => _guest with { Arguments = [.. _guest.Arguments, .. more] };

    private sealed class Direct<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
