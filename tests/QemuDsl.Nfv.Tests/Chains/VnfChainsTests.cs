using System.Xml.Linq;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv.Tests;

/// <summary>Chains of network functions: who is whose neighbour, who runs where, all of them or none.</summary>
[Collection(Alone.Name)]
public sealed class VnfChainsTests
{
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
        var kernel = await host.VmAsync(new CommandWorkload("sleep", "1000"));
        var chains = Chains(1, 2) with
        {
            SocketDirectory = host.File(""),
            Cpus = new ChainLayout { SkipCores = 0, VmsPerMainCore = 2, VmsPerDataCores = 2 },
            Vm = place => place.ToVm(kernel.Kernel, kernel.Workload) with { Busybox = kernel.Busybox, Memory = 256.MiB(), GuestHugePages = default },
        };

        await using var fleet = await VnfFleet.StartAsync(host.Host, chains, Token);

        Assert.Equal(2, fleet.Members.Count);
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
    }

    [Fact]
    public async Task One_that_fails_takes_the_others_along_and_is_the_one_that_is_told()
    {
        await using var host = new VnfHost();
        var kernel = await host.VmAsync(new CommandWorkload("sleep", "1000"));
        var chains = Chains(1, 2) with
        {
            AtOnce = 2,
            Vm = place => place.ToVm(kernel.Kernel, kernel.Workload) with
            {
                Busybox = kernel.Busybox,
                Memory = 256.MiB(),
                GuestHugePages = default,
                Interfaces = [],
                Root = place.Node == 2 ? "/nowhere" : "/",
            },
        };

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => VnfFleet.StartAsync(host.Host, chains, Token));

        Assert.Contains("/nowhere", failure.Message, StringComparison.Ordinal);
    }

    private static VnfChains Chains(int chains, int nodes) => new()
    {
        Chains = chains,
        VmsPerChain = nodes,
        LeftEnd = "02:00:00:00:00:01",
        RightEnd = "02:00:00:00:00:02",
        Vm = static place => throw new InvalidOperationException($"{place}"),
    };

    private static IEnumerable<string> Sockets(VnfHost host) =>
        from id in Enumerable.Range(1, 2) from side in Enumerable.Range(1, 2) select host.File($"sock-{id}-{side}");

    private static string Allowed(int pid, int thread) => File.ReadLines($"/proc/{pid}/task/{thread}/status")
        .Single(static line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal)).Split('\t')[1];
}
