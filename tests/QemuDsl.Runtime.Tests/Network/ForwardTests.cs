using System.Net;
using System.Net.Sockets;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Ports that the host chooses, read back from a real QEMU.</summary>
public sealed class ForwardTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task Port_that_the_host_chose_is_told(string qemu)
    {
        await using var host = new TestHost();
        var command = new RawCommand(
            QemuBinaries.Require(qemu, "x86_64").Path,
            [
                "-nodefaults", "-display", "none", "-accel", "tcg",
                "-netdev", "user,id=a,hostfwd=tcp:127.0.0.1:0-:22,hostfwd=udp::0-10.0.2.99:53", "-device", "virtio-net-pci,netdev=a",
                "-netdev", "user,id=b,hostfwd=tcp:127.0.0.1:0-:80", "-device", "virtio-net-pci,netdev=b",
            ]);
        await using var vm = await host.StartAsync(command);

        var forwards = await vm.GetForwardsAsync(Token);

        Assert.Equal(
            [
                ("a", ProtocolType.Tcp, IPAddress.Loopback, IPAddress.Parse("10.0.2.15"), 22),
                ("a", ProtocolType.Udp, IPAddress.Any, IPAddress.Parse("10.0.2.99"), 53),
                ("b", ProtocolType.Tcp, IPAddress.Loopback, IPAddress.Parse("10.0.2.15"), 80),
            ],
            forwards.Select(static forward => (forward.Netdev, forward.Protocol, forward.HostAddress, forward.GuestAddress, forward.GuestPort)).Order(Comparer<(string, ProtocolType, IPAddress, IPAddress, int)>.Create(static (x, y) => (x.Item1, x.Item5).CompareTo((y.Item1, y.Item5)))));
        Assert.All(forwards, static forward => Assert.InRange(forward.HostPort, 1024, 65535));
        Assert.Equal(3, forwards.Select(static forward => forward.HostPort).Distinct().Count());
    }

    [Fact]
    public async Task VMs_side_by_side_get_ports_of_their_own()
    {
        await using var host = new TestHost();
        var command = TestHost.Empty("-netdev", "user,id=a,hostfwd=tcp:127.0.0.1:0-:22", "-device", "virtio-net-pci,netdev=a");
        await using var first = await host.StartAsync(command);
        await using var second = await host.StartAsync(command);

        Assert.NotEqual((await first.GetForwardsAsync(Token))[0].HostPort, (await second.GetForwardsAsync(Token))[0].HostPort);
    }

    [Fact]
    public async Task VM_without_forwards_has_none_and_says_how_to_get_one()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());

        Assert.Empty(await vm.GetForwardsAsync(Token));
        var failure = await Assert.ThrowsAsync<HostException>(() => vm.ConnectAsync(22, cancellationToken: Token));
        Assert.Contains("tcp:127.0.0.1:0-:22", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_nobody_listens_at_is_named()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());

        var failure = await Assert.ThrowsAsync<HostException>(() => vm.ConnectAsync(1, "127.0.0.1", Token));

        Assert.Contains("127.0.0.1 port 1", failure.Message, StringComparison.Ordinal);
    }
}
