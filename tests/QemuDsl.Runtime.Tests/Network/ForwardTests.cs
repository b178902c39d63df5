using System.Net.Sockets;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class ForwardTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task Ports_the_host_chose_are_read_back(string qemu)
    {
        await using var host = new TestHost();
        var command = new RawCommand(
            QemuBinaries.Require(qemu, "x86_64").Path,
            [
                .. TestHost.Empty().Arguments,
                "-netdev", "user,id=net0,hostfwd=tcp:127.0.0.1:0-:22,hostfwd=udp:127.0.0.1:0-:53,hostfwd=tcp::0-10.0.2.20:80",
                "-device", "virtio-net-pci,netdev=net0",
                "-netdev", "user,id=other,hostfwd=tcp:127.0.0.1:0-:22", "-device", "e1000,netdev=other",
            ]);
        await using var vm = await host.StartAsync(command);

        var forwards = await vm.GetForwardsAsync(Token);

        Assert.All(forwards, static forward => Assert.InRange(forward.HostPort, 1, 65_535));
        Assert.Equal(
            [
                new VmForward("net0", ProtocolType.Tcp, "", 0, "10.0.2.20", 80),
                new VmForward("net0", ProtocolType.Tcp, "127.0.0.1", 0, "10.0.2.15", 22),
                new VmForward("net0", ProtocolType.Udp, "127.0.0.1", 0, "10.0.2.15", 53),
                new VmForward("other", ProtocolType.Tcp, "127.0.0.1", 0, "10.0.2.15", 22),
            ],
            forwards.Select(static forward => forward with { HostPort = 0 }).Order(Comparer<VmForward>.Create(
                static (one, two) => string.CompareOrdinal(one.NetdevId + one.Protocol + one.HostAddress, two.NetdevId + two.Protocol + two.HostAddress))));
    }

    [Fact]
    public async Task Two_VMs_get_ports_of_their_own()
    {
        await using var host = new TestHost();
        var command = TestHost.Empty("-netdev", "user,id=net0,hostfwd=tcp:127.0.0.1:0-:22", "-device", "e1000,netdev=net0");
        await using var one = await host.StartAsync(command);
        await using var two = await host.StartAsync(command);

        var ports = (await one.GetForwardsAsync(Token)).Concat(await two.GetForwardsAsync(Token)).Select(static forward => forward.HostPort);

        Assert.Equal(2, ports.Distinct().Count());
    }

    [Fact]
    public async Task VM_without_a_network_has_no_forwards_and_cannot_be_connected_to()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());

        Assert.Empty(await vm.GetForwardsAsync(Token));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => vm.ConnectAsync(22, cancellationToken: Token));
        Assert.Contains("HostForward.Tcp(HostForward.AnyPort, 22)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_row_of_the_table_is_read()
    {
        const string Text =
            "Hub -1 (net0):\r\n  Protocol[State]    FD  Source Address  Port   Dest. Address  Port RecvQ SendQ\r\n"
            + "  TCP[ESTABLISHED]    8       127.0.0.1 40955       10.0.2.15    22     0     0\r\n"
            + "  TCP[HOST_FORWARD]   9               * 40955       10.0.2.15    22     0     0\r\n"
            + "  UDP[236 sec]       11       10.0.2.15   123     192.0.2.1   123     0     0\r\n";

        Assert.Equal(
            [
                new UserNetRow(new VmForward("net0", ProtocolType.Tcp, "127.0.0.1", 40_955, "10.0.2.15", 22), "ESTABLISHED", 8),
                new UserNetRow(new VmForward("net0", ProtocolType.Tcp, "", 40_955, "10.0.2.15", 22), "HOST_FORWARD", 9),
            ],
            UserNetTable.Parse(Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("unknown command: 'info usernet'\r\n")]
    [InlineData("  TCP[HOST_FORWARD]   9       127.0.0.1 40955       10.0.2.15    22     0     0")]
    [InlineData("Hub -1 (n):\n  TCP[HOST_FORWARD]   9       127.0.0.1 99999       10.0.2.15    22     0     0")]
    [InlineData("Hub -1 (n):\n  TCP[HOST_FORWARD]   9       127.0.0.1 0       10.0.2.15    22     0     0")]
    [InlineData("Hub -1 (n):\n  TCP[HOST_FORWARD]   9       $(reboot) 1       10.0.2.15    22     0     0")]
    [InlineData("Hub -1 (n):\n  TCP[HOST_FORWARD]   99999999999999999999 127.0.0.1 1       10.0.2.15    22     0     0")]
    public void What_is_no_table_has_no_rows(string text) => Assert.Empty(UserNetTable.Parse(text));

    [Fact]
    public void Endless_table_is_read_to_a_limit()
    {
        var line = "\n  TCP[HOST_FORWARD]   9       127.0.0.1 1       10.0.2.15    22     0     0";
        var text = "Hub -1 (n):" + string.Concat(Enumerable.Repeat(line, 100_000));

        Assert.InRange(UserNetTable.Parse(text).Count, 1, 20_000);
    }
}
