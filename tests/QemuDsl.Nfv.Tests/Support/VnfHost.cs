using System.Globalization;
using QemuDsl.Runtime;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>This machine as a host of network functions, with a directory of the test's own, and proof at the end that nothing is left: no process that names it, no file of a VM.</summary>
internal sealed class VnfHost : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();

    public VnfHost() => Host = new LocalHost(new LocalHostOptions { RunRoot = _directory.File("run") });

    public LocalHost Host { get; }

    public string File(string name) => _directory.File(name);

    /// <summary>A VM on this machine's root.</summary>
    public async Task<KernelVm> VmAsync(Workload workload) => Vm(workload, await KernelAsync());

    /// <summary>One whose kernel only says <see cref="MarkerGuests.Marker"/>: there at once, for tests of what is around a guest.</summary>
    public async Task<KernelVm> MarkerVmAsync()
    {
        var vm = await VmAsync(new CommandWorkload("true"));
        return vm with { Kernel = vm.Kernel with { Image = MarkerGuests.Pvh().WriteTo(File("")) } };
    }

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
        Assert.Empty(Processes());
        Assert.Empty(Directory.Exists(_directory.File("run")) ? Directory.GetFileSystemEntries(_directory.File("run")) : []);
        await _directory.DisposeAsync();
    }

    private IEnumerable<string> Processes() =>
        from process in Directory.EnumerateDirectories("/proc")
        where char.IsAsciiDigit(Path.GetFileName(process)[0]) && Path.GetFileName(process) != Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
        let command = CommandLine(process)
        where command.Contains(_directory.FullPath, StringComparison.Ordinal)
        select $"{process}: {command}";

    private static string CommandLine(string process)
    {
        try
        {
            return System.IO.File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
