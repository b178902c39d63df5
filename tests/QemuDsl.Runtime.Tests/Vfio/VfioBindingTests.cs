using System.Globalization;
using QemuDsl.Runtime.Tests.Placement;

namespace QemuDsl.Runtime.Tests.Vfio;

/// <summary>Devices are bound to vfio-pci for a while, and go back to what they were, however their owner ends.</summary>
public sealed class VfioBindingTests
{
    private const string Nic = "0000:06:00.0";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ixgbe", "(null)", "")]
    [InlineData("ixgbe", "ixgbe", "ixgbe")]
    [InlineData("-", "(null)", "")]
    public async Task Device_goes_to_vfio_pci_and_back_to_its_driver_and_override(string driver, string before, string after)
    {
        await using var tree = Tree(driver, before);
        await using var kernel = await FakeKernel.StartAsync(tree, Nic, driver);

        await using (var binding = await VfioBinding.AcquireAsync(tree.Host, [Nic, Nic], tree.Root, Token))
        {
            Assert.Equal([Nic], binding.Addresses.Select(static address => address.ToString()));
            Assert.Equal(("vfio-pci", "vfio-pci"), (await DriverAsync(tree), await OverrideAsync(tree)));
        }

        await Eventually.TrueAsync(async () => (await DriverAsync(tree) ?? "-") == driver, "the device is bound as before");
        Assert.Equal(after, await OverrideAsync(tree));
    }

    [Fact]
    public async Task Device_that_is_bound_already_stays_so()
    {
        await using var tree = Tree("vfio-pci", "vfio-pci");

        await using (await VfioBinding.AcquireAsync(tree.Host, [Nic], tree.Root, Token))
        {
        }

        Assert.Equal(("vfio-pci", "vfio-pci"), (await DriverAsync(tree), await OverrideAsync(tree)));
    }

    // Whatever way an owner ends, for the script it is the end of its input.
    [Fact]
    public async Task Device_goes_back_when_its_owner_is_killed()
    {
        await using var tree = Tree("ixgbe", "(null)");
        await using var kernel = await FakeKernel.StartAsync(tree, Nic, "ixgbe");
        var script = HostShell.Command("lease-vfio.sh", [tree.Root, Nic]);
        await using var owner = await tree.Host.StartProcessAsync(
            new HostCommand("sh", ["-c", "sh -c 'echo $$ >&2; exec sleep 1000' | \"$@\"", "sh", script.Program, .. script.Arguments]), Token);
        using var words = new StreamReader(owner.Stderr, leaveOpen: true);
        var holder = int.Parse((await words.ReadLineAsync(Token))!, CultureInfo.InvariantCulture);
        await Eventually.TrueAsync(async () => await DriverAsync(tree) == "vfio-pci", "the device is bound");

        await Processes.SignalAsync(holder, "KILL");

        await Eventually.TrueAsync(async () => await DriverAsync(tree) == "ixgbe", "the device is bound as before");
        Assert.Equal("", await OverrideAsync(tree));
    }

    [Fact]
    public async Task Device_that_the_kernel_does_not_bind_is_told_and_goes_back()
    {
        await using var tree = Tree("ixgbe", "(null)");
        await using var kernel = await FakeKernel.StartAsync(tree, Nic, "ixgbe", refuses: true);

        var failure = await Assert.ThrowsAsync<HostException>(() => VfioBinding.AcquireAsync(tree.Host, [Nic], tree.Root, Token));

        Assert.Contains($"{Nic} is bound to 'ixgbe' although vfio-pci was asked for", failure.Message, StringComparison.Ordinal);
        Assert.Equal(("ixgbe", ""), (await DriverAsync(tree), await OverrideAsync(tree)));
    }

    private static FakeTree Tree(string driver, string before) => FakePci.Host()
        .Device(Nic, driver == "-" ? null : driver, "12").Write($"/sys/devices/pci0000:00/{Nic}/driver_override", before);

    private static async Task<string?> DriverAsync(FakeTree tree) => Assert.Single((await VfioReader.ReadAsync(tree.Host, [Nic], tree.Root, Token)).Devices).Driver;

    private static async Task<string> OverrideAsync(FakeTree tree) =>
        (await File.ReadAllTextAsync($"{tree.Root}/sys/bus/pci/devices/{Nic}/driver_override", Token)).Trim();
}
