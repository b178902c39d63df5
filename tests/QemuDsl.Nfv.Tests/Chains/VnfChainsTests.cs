using System.Xml.Linq;
using QemuDsl.Runtime;
using QemuDsl.Ssh;
using QemuDsl.Ssh.Tests;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>Chains of network functions: who is whose neighbour, who runs where, all of them or none.</summary>
[Collection(Alone.Name)]
public sealed class VnfChainsTests
{
    private static readonly VmOptions Marked = new() { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Neighbours_and_sockets_follow_from_the_place()
    {
        var places = Chains(2, 2).Places();

        Assert.Equal(
            [
                "1 1 1 /run/vpp/sock-1-1 /run/vpp/sock-1-2 02:00:00:00:00:01 52:54:00:00:02:01",
                "1 2 2 /run/vpp/sock-2-1 /run/vpp/sock-2-2 52:54:00:00:01:02 02:00:00:00:00:02",
                "2 1 3 /run/vpp/sock-3-1 /run/vpp/sock-3-2 02:00:00:00:00:01 52:54:00:00:04:01",
                "2 2 4 /run/vpp/sock-4-1 /run/vpp/sock-4-2 52:54:00:00:03:02 02:00:00:00:00:02",
            ],
            places.Select(static place => $"{place.Chain} {place.Node} {place.Id} {place.LeftSocket} {place.RightSocket} {place.Peers[0]} {place.Peers[1]}"));
    }

    [Fact]
    public void Switch_that_has_addresses_of_its_own_is_everybodys_neighbour()
    {
        var chains = Chains(1, 2) with { SwitchPorts = ["02:00:00:00:01:01", "02:00:00:00:01:02", "02:00:00:00:01:03", "02:00:00:00:01:04"] };

        Assert.Equal(
            ["02:00:00:00:01:01 02:00:00:00:01:02", "02:00:00:00:01:03 02:00:00:00:01:04"],
            chains.Places().Select(static place => string.Join(' ', place.Peers)));
        Assert.Contains("3 addresses for 2 VMs", Assert.Throws<ArgumentException>(() => (chains with { SwitchPorts = [.. chains.SwitchPorts.Take(3)] }).Places()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Memory_comes_from_the_nodes_of_the_CPUs()
    {
        var plan = new PlacementPlan("host", new ChainLayout(), default, [new VmCpus(1, 1, 2, [3], "1")]);
        var vm = Chains(1, 1).Places(plan).Single().ToVm(Kernel, new CommandWorkload("true")) with { Memory = 2.GiB() };

        Assert.Equal(["-object", "memory-backend-memfd,id=mem0,size=2G,share=on,host-nodes=1,policy=bind"], vm.ToCommand().Arguments.Take(2));
        Assert.Equal("memory-backend-memfd,id=mem0,size=4G,share=on", Chains(1, 1).Places().Single().ToVm(Kernel, new CommandWorkload("true")).ToCommand().Arguments[1]);
    }

    [Fact]
    public async Task Chains_of_no_host_are_described_and_drawn()
    {
        await using var fleet = await VnfFleet.StartAsync([], Chains(1, 1), Token);

        Assert.Empty(fleet.Describe());
        Assert.Equal("svg", XDocument.Parse(fleet.ToSvg()).Root!.Name.LocalName);
    }

    [Fact]
    public async Task Only_so_many_are_started_at_a_time_on_all_hosts_and_a_failure_gives_the_others_up()
    {
        GateHost[] hosts = [new("left"), new("right")];
        var starting = VnfFleet.StartAsync(hosts, Chains(1, 2) with { AtOnce = 3, Vm = Vm }, Token);

        Assert.Equal((2, 1), (hosts[0].Entered, hosts[1].Entered));
        hosts[1].Fail();

        Assert.Contains("right", (await Assert.ThrowsAsync<HostException>(() => starting)).Message, StringComparison.Ordinal);
        Assert.Equal((2, 1), (hosts[0].Entered, hosts[1].Entered));
        Assert.Equal((2, 0), (hosts[0].GivenUp, hosts[1].GivenUp));
    }

    [Fact]
    public async Task Start_of_chains_can_be_given_up()
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var host = new GateHost("host");
        var starting = VnfFleet.StartAsync(host, Chains(1, 3) with { AtOnce = 2, Vm = Vm }, giveUp.Token);

        await giveUp.CancelAsync();

        Assert.Equal(giveUp.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting)).CancellationToken);
        Assert.Equal((2, 2), (host.Entered, host.GivenUp));
    }

    [Fact]
    public async Task Two_VMs_of_a_host_with_one_hardware_address_are_refused_before_any_starts()
    {
        GateHost[] hosts = [new("left"), new("right")];
        var chains = Chains(1, 2) with { Vm = static place => Vm(place) with { Interfaces = [new VhostUserInterface("/a") { Mac = "02:00:00:00:00:09" }] } };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => VnfFleet.StartAsync(hosts, chains, Token));

        Assert.StartsWith("VMs 1 and 2 of left would both have the hardware address 02:00:00:00:00:09", refused.Message, StringComparison.Ordinal);
        Assert.All(hosts, static host => Assert.Equal(0, host.Entered));
    }

    [Fact]
    public void End_that_nobody_named_is_told()
    {
        var place = (Chains(1, 1) with { RightEnd = null }).Places().Single();

        Assert.Contains("VM 1 is at an end of chain 1", Assert.Throws<InvalidOperationException>(() => place.Peers).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_VMs_than_numbers_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Chains(128, 2).Places());

    [Fact]
    public async Task Chain_of_two_is_pinned_as_planned_and_described()
    {
        await using var host = new VnfHost();
        await using var backEnd = await BackEnd.StartAsync(host.Host, "qdsl-chain", [.. Sockets(host)]);
        var kernel = await host.MarkerVmAsync();
        var chains = Chains(1, 2) with
        {
            SocketDirectory = host.File(""),
            Cpus = new ChainLayout { SkipCores = 0, VmsPerMainCore = 2, VmsPerDataCores = 2 },
            Vm = place => place.ToVm(kernel.Kernel, kernel.Workload) with { Busybox = kernel.Busybox, Memory = 256.MiB(), GuestHugePages = default },
            Options = Marked with { Name = "nightly" },
        };

        await using var fleet = await VnfFleet.StartAsync(host.Host, chains, Token);

        Assert.Equal(2, fleet.Members.Count);
        Assert.Equal(["nightly-vnf1", "nightly-vnf2"], (await host.Host.ListAsync(Token)).Select(static vm => vm.Name).Order());
        foreach (var member in fleet.Members)
        {
            var threads = await member.Vnf.Machine.FindThreadsAsync(Token);
            int[] planned = [member.Place.Cpus!.Main, .. member.Place.Cpus.Data];
            Assert.Equal(planned.Length, member.Vnf.Description.Cpus);
            Assert.Equal(
                planned.Select(static cpu => CpuSet.Of(cpu).ToString()),
                threads.Where(static thread => thread.Kind == VmThreadKind.VCpu).OrderBy(static thread => thread.VCpus.Ranges[0].First).Select(thread => Allowed(member.Vnf.Machine.Pid, thread.Id)));
        }

        var told = fleet.Describe();
        Assert.Contains($"vm chain 1 node 2: vnf2, pid {fleet.Members[1].Vnf.Machine.Pid}, 256M, main on CPU ", told.Replace(fleet.Members[0].Host, "vm", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains($"  0000:00:07.0 52:54:00:00:02:02 to {host.File("sock-2-2")}\n", told, StringComparison.Ordinal);
        var drawing = XDocument.Parse(fleet.ToSvg()).Root!;
        Assert.Equal(2, drawing.Elements().Count(static element => element.Name.LocalName == "rect"));
        Assert.Contains(drawing.Elements(), static element => element.Value.Contains("52:54:00:00:02:02", StringComparison.Ordinal));
        Assert.Equal(2, drawing.Elements().Count(element => element.Value.StartsWith("main on CPU ", StringComparison.Ordinal) && element.Value.Contains(", data on ", StringComparison.Ordinal)));
        Assert.Equal(Sockets(host), drawing.Elements().Where(static element => element.Name.LocalName == "circle").Select(static end => end.Value));
        Assert.Equal(["sock-1-1", "sock-1-2", "sock-2-1", "sock-2-2"], drawing.Elements().Where(static element => element.Attribute("text-anchor") is not null).Select(static end => end.Value));
    }

    // The other host is this machine too, by way of sshd and with run directories of its own.
    [Fact]
    public async Task Chains_of_two_hosts_run_on_both_and_leave_nothing_on_either()
    {
        await using var here = new VnfHost();
        await using var server = new SshServer();
        await server.InitializeAsync();
        await using var there = new SshHost(server.Require().Options());
        var kernel = await here.MarkerVmAsync();
        var chains = Chains(1, 1) with
        {
            Options = Marked,
            Vm = place => place.ToVm(kernel.Kernel, kernel.Workload) with { Busybox = kernel.Busybox, Cpus = 1, Memory = 256.MiB(), GuestHugePages = default, Interfaces = [] },
        };
        IVmHost[] hosts = [here.Host, there];
        string pids;
        await using (var fleet = await VnfFleet.StartAsync(hosts, chains, Token))
        {
            Assert.Equal(hosts.Select(static host => host.Name), fleet.Members.Select(static member => member.Host));
            Assert.Equal(
                string.Concat(fleet.Members.Select(static member => $"{member.Host} chain 1 node 1: vnf1, pid {member.Vnf.Machine.Pid}, 256M, 1 CPUs, not pinned\n")), fleet.Describe());
            Assert.All(hosts, host => Assert.Contains(host.Name, fleet.ToSvg(), StringComparison.Ordinal));
            Assert.Equal(fleet.Members[0].Vnf.Machine.Pid, Assert.Single(await here.Host.ListAsync(Token)).Pid);
            Assert.Equal(fleet.Members[1].Vnf.Machine.Pid, Assert.Single(await there.ListAsync(Token)).Pid);
            pids = string.Join(',', fleet.Members.Select(static member => member.Vnf.Machine.Pid));
        }

        Assert.Matches("^(Z[^\n]*\n)*$", (await here.Host.RunAsync(new HostCommand("ps", ["-o", "stat=", "-p", pids]), Token)).Output);
        Assert.Empty(server.RunDirectories());
    }

    // One after the other, so that the first VM is at work when the second one, on another host, fails.
    [Fact]
    public async Task One_that_fails_takes_the_others_along_and_is_the_one_that_is_told()
    {
        await using var first = new VnfHost();
        await using var second = new VnfHost();
        var kernel = await first.MarkerVmAsync();
        var made = 0;
        var chains = Chains(1, 1) with
        {
            AtOnce = 1,
            Options = Marked,
            Vm = place => place.ToVm(kernel.Kernel, kernel.Workload) with
            {
                Busybox = kernel.Busybox,
                Memory = 256.MiB(),
                GuestHugePages = default,
                Interfaces = [],
                Root = ++made == 2 ? "/nowhere" : "/",
            },
        };

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => VnfFleet.StartAsync([first.Host, second.Host], chains, Token));

        Assert.Contains("/nowhere", failure.Message, StringComparison.Ordinal);
        Assert.Equal(2, made);
    }

    private static VnfChains Chains(int chains, int nodes) => new()
    {
        Chains = chains,
        VmsPerChain = nodes,
        LeftEnd = "02:00:00:00:00:01",
        RightEnd = "02:00:00:00:00:02",
        Vm = static place => throw new InvalidOperationException($"{place}"),
    };

    private static KernelFiles Kernel => new("5.4", "/boot/vmlinuz-5.4", "/lib/modules/5.4");

    private static VnfVm Vm(VnfPlace place) => place.ToVm(Kernel, new CommandWorkload("true"));

    private static IEnumerable<string> Sockets(VnfHost host) =>
        from id in Enumerable.Range(1, 2) from side in Enumerable.Range(1, 2) select host.File($"sock-{id}-{side}");

    private static string Allowed(int pid, int thread) => File.ReadLines($"/proc/{pid}/task/{thread}/status")
        .Single(static line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split('\t')[1];
}
