using QemuDsl.Devices;
using QemuDsl.Runtime.Tests.Placement;

namespace QemuDsl.Runtime.Tests.Vfio;

/// <summary>What keeps a device of the host from a VM is told before QEMU is started, all of it at once.</summary>
public sealed class VfioCheckTests
{
    private const string Nic = "0000:06:00.0";
    private const string Other = "0000:06:00.1";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Device_that_is_bound_accessible_and_alone_passes()
    {
        await using var tree = FakePci.Host().Device(Nic, "vfio-pci", "12").Node("12");

        await CheckAsync(tree, 1.GiB());

        var facts = Assert.Single((await VfioReader.ReadAsync(tree.Host, [Nic], tree.Root, Token)).Devices);
        Assert.Equal(new VfioDevice(Nic) { Driver = "vfio-pci", Group = "12", IsAccessible = true }, facts);
    }

    [Theory]
    [InlineData("vfio-pci")]
    [InlineData("pci-stub")]
    [InlineData("pcieport")]
    [InlineData(null)]
    public async Task Others_of_the_group_that_do_nothing_with_memory_are_not_in_the_way(string? driver)
    {
        await using var tree = FakePci.Host().Device(Nic, "vfio-pci", "12").Device(Other, driver, "12").Node("12");

        await CheckAsync(tree, 1.GiB());
    }

    [Fact]
    public async Task Device_that_does_not_exist_is_named_with_how_to_find_those_that_do()
    {
        await using var tree = FakePci.Host();

        Assert.Contains($"{Nic} does not exist. 'lspci -D' lists", await RefusedAsync(tree), StringComparison.Ordinal);
    }

    [Fact]
    public async Task IOMMU_that_is_off_comes_with_how_it_is_switched_on()
    {
        await using var tree = FakePci.Host().Device(Nic, "vfio-pci", group: null);

        var failure = await RefusedAsync(tree);

        Assert.Contains($"{Nic} has no IOMMU group", failure, StringComparison.Ordinal);
        Assert.Contains("intel_iommu=on", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("/dev/vfio", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ixgbe", "is bound to 'ixgbe', not to vfio-pci")]
    [InlineData(null, "is bound to no driver, not to vfio-pci")]
    public async Task Device_of_another_driver_comes_with_how_it_is_bound(string? driver, string words)
    {
        await using var tree = FakePci.Host().Device(Nic, driver, "12");

        var failure = await RefusedAsync(tree);

        Assert.Contains($"{Nic} {words}", failure, StringComparison.Ordinal);
        Assert.Contains($"driverctl set-override {Nic} vfio-pci", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Driver_that_is_not_loaded_comes_with_how_it_is()
    {
        await using var tree = new FakeTree().Device(Nic, "ixgbe", "12");

        Assert.Contains("modprobe vfio-pci", await RefusedAsync(tree), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_of_the_group_that_another_driver_has_are_named()
    {
        await using var tree = FakePci.Host().Device(Nic, "vfio-pci", "12").Device(Other, "ixgbe", "12").Device("0000:07:00.0", "nvme", "12").Node("12");

        var failure = await RefusedAsync(tree);

        Assert.Contains($"{Nic} shares IOMMU group 12 with {Other} ('ixgbe'), 0000:07:00.0 ('nvme').", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Group_that_this_user_may_not_open_is_named()
    {
        await using var tree = FakePci.Host().Device(Nic, "vfio-pci", "12");

        Assert.Contains("/dev/vfio/12 cannot be opened", await RefusedAsync(tree), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1073741823", "0000000000000000", false)]
    [InlineData("1073741824", "0000000000000000", true)]
    [InlineData("65536", "0000000000004000", true)]
    public async Task Memory_that_may_not_be_locked_is_told(string limit, string capabilities, bool passes)
    {
        await using var tree = FakePci.Host(limit, capabilities).Device(Nic, "vfio-pci", "12").Node("12");

        if (passes)
        {
            await CheckAsync(tree, 1.GiB());
        }
        else
        {
            Assert.Contains($"RLIMIT_MEMLOCK is {limit} bytes", await RefusedAsync(tree), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_reason_is_told_at_once()
    {
        await using var tree = FakePci.Host("65536").Device(Nic, "ixgbe", null);

        var failure = await Assert.ThrowsAsync<HostException>(
            () => VfioCheck.RequireAsync(tree.Host, [Nic, Other], 1.GiB(), tree.Root, Token));

        Assert.Equal(5, failure.Message.Split('\n').Length);
    }

    [Theory]
    [InlineData(Notation.KeyValue)]
    [InlineData(Notation.Json)]
    public async Task Start_asks_for_the_devices_of_the_command(Notation notation)
    {
        var host = new LocalHost();

        var failure = await Assert.ThrowsAsync<HostException>(() => host.StartAsync(
            Qemu.Pc().WithNotation(notation).AddVfioPci(host: "ffff:1f:1f.7"), new VmOptions(), Token));

        Assert.Contains("ffff:1f:1f.7 does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_QEMU_says_of_a_missing_device_is_passed_on_where_nobody_asks_before()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => host.Host.StartAsync(
            Qemu.Pc().AddVfioPci(host: "ffff:1f:1f.7"), new VmOptions { CheckVfio = false }, Token));

        Assert.Contains("no such host device", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Device_that_does_not_exist_cannot_be_bound()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<HostException>(() => VfioBinding.AcquireAsync(host.Host, ["ffff:1f:1f.7"], Token));

        Assert.Contains("ffff:1f:1f.7 does not exist", failure.Message, StringComparison.Ordinal);
    }

    private static Task CheckAsync(FakeTree tree, ByteSize? memory = null) =>
        VfioCheck.RequireAsync(tree.Host, [Nic], memory, tree.Root, Token);

    private static async Task<string> RefusedAsync(FakeTree tree) =>
        (await Assert.ThrowsAsync<HostException>(() => CheckAsync(tree, 1.GiB()))).Message;
}
