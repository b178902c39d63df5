using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>This machine as a host of network functions, with a run directory of the test's own, and proof at the end that nothing is left.</summary>
internal sealed class VnfHost : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();

    public VnfHost() => Host = new LocalHost(new LocalHostOptions { RunRoot = _directory.File("run") });

    public LocalHost Host { get; }

    public string File(string name) => _directory.File(name);

    /// <summary>A VM on this machine's root.</summary>
    public async Task<KernelVm> VmAsync(Workload workload) => Vm(workload, await KernelAsync());

    private static KernelVm Vm(Workload workload, KernelFiles kernel) => new()
    {
        Kernel = kernel with { Image = HostKernel.Unpacked(HostKernel.Require(), kernel.Version) },
        Busybox = HostKernel.Busybox(HostKernel.Require()),
        Workload = workload,
        KernelParameters = KernelCommandLine.Empty.Add("quiet"),
    };

    public Task<KernelFiles> KernelAsync() => KernelFiles.FindAsync(Host, HostKernel.Require(), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Directory.Exists(_directory.File("run")) ? Directory.GetFileSystemEntries(_directory.File("run")) : []);
        await _directory.DisposeAsync();
    }
}
