// Chains of testpmd behind a virtual switch, pinned: what FD.io CSIT's QemuManager does. The switch listens on SOCKETS/sock-ID-1 and -2.
using System.Globalization;
using QemuDsl;
using QemuDsl.Nfv;
using QemuDsl.Runtime;

if (args is not [var kernelRoot, var busybox, var sockets, var chainCount, var nodeCount, var skip])
{
    Console.Error.WriteLine("usage: VnfChain KERNEL-ROOT BUSYBOX SOCKETS CHAINS NODES SKIPPED-CORES");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var host = new LocalHost();
var kernel = await KernelFiles.FindAsync(host, kernelRoot, stop.Token);
var chains = new VnfChains
{
    Chains = int.Parse(chainCount, CultureInfo.InvariantCulture),
    VmsPerChain = int.Parse(nodeCount, CultureInfo.InvariantCulture),
    SocketDirectory = sockets,
    LeftEnd = "02:00:00:00:00:01",
    RightEnd = "02:00:00:00:00:02",
    Cpus = new ChainLayout { SkipCores = int.Parse(skip, CultureInfo.InvariantCulture) },
    Vm = place => place.ToVm(kernel, new TestPmdWorkload { Peers = place.Peers }, nic => nic with { QueueSize = 1024 }) with
    {
        Busybox = busybox,
        Memory = 2.GiB(),
    },
    Options = new VmOptions { BootTimeout = TimeSpan.FromMinutes(5) },
};

try
{
    await using var fleet = await VnfFleet.StartAsync(host, chains, stop.Token);
    Console.Write(fleet.Describe());
    await File.WriteAllTextAsync(Path.Combine(sockets, "chains.svg"), fleet.ToSvg(), stop.Token);
    Console.WriteLine("All forward packets. Ctrl-C ends them.");
    await Task.WhenAny(fleet.Members.Select(member => member.Vnf.WaitAsync(cancellationToken: stop.Token)));
    return stop.IsCancellationRequested ? 0 : 1;
}
catch (OperationCanceledException)
{
    return 130;
}
