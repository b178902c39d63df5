using QemuDsl.Runtime.Tests.Placement;

namespace QemuDsl.Runtime.Tests.Vfio;

/// <summary>
/// What a kernel does with a PCI device, on a tree of files: a device that is unbound has no driver, and one that is probed has the driver of its override,
/// or its own. Files that a kernel acts on when they are written are FIFOs.
/// </summary>
internal sealed class FakeKernel : IAsyncDisposable
{
    // Everything is done before the writer can go on: a driver's FIFO is opened anew only by the next write, and drivers_probe is read last.
    private const string Script =
        """
        pci=$1/sys/bus/pci device=$1/sys/bus/pci/devices/$2 home=$3 refuses=$4
        while :; do
            if [ -e "$device/driver" ]; then
                read -r _ <"$device/driver/unbind"
                rm "$device/driver"
            fi
            read -r override <"$device/driver_override"
            case $override in '' | '(null)') next=$home ;; *) next=$override ;; esac
            if [ "$next" = - ]; then
                # Nobody probes: the next that comes is an override.
                until read -r override <"$device/driver_override" && [ "$override" = vfio-pci ]; do sleep 0.01; done
                next=$override
            fi
            if [ "$refuses" = refuses ]; then next=$home; fi
            ln -s "../../../bus/pci/drivers/$next" "$device/driver"
            read -r _ <"$pci/drivers_probe"
        done
        """;

    private readonly IHostProcess _process;

    private FakeKernel(IHostProcess process) => _process = process;

    /// <summary>A kernel that has one device.</summary>
    /// <param name="tree">Where it is.</param>
    /// <param name="address">The device.</param>
    /// <param name="home">The driver that takes it when nobody says otherwise; "-" when none does.</param>
    /// <param name="refuses">Whether it never gives it another driver.</param>
    public static async Task<FakeKernel> StartAsync(FakeTree tree, string address, string home, bool refuses = false)
    {
        string[] fifos = [.. new[] { home, "vfio-pci" }.Where(static name => name != "-").Select(name => $"{tree.Root}/sys/bus/pci/drivers/{name}/unbind"), $"{tree.Root}/sys/bus/pci/drivers_probe"];
        foreach (var fifo in fifos)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(fifo)!);
        }

        Assert.Equal(0, (await tree.Host.RunAsync(new HostCommand("mkfifo", fifos), TestContext.Current.CancellationToken)).Code);
        return new FakeKernel(await tree.Host.StartProcessAsync(
            new HostCommand("sh", ["-c", Script, "sh", tree.Root, address, home, refuses ? "refuses" : "binds"]), TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.DisposeAsync();
    }
}
