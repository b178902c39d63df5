using System.Net.Sockets;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A QEMU that waits for a peer before QMP exists, which it says on stderr only.</summary>
public sealed class PeerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_that_waits_for_a_peer_says_so_meanwhile_and_goes_on_when_it_comes()
    {
        await using var host = new TestHost();
        var starting = host.StartAsync(Waits(host), new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker), StartTimeout = TimeSpan.FromMinutes(2) });

        await Eventually.TrueAsync(() => host.Log.Any(static line => line.Contains("waiting for connection", StringComparison.Ordinal)), "QEMU's words are in the log");
        Assert.False(starting.IsCompleted);
        using var peer = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await peer.ConnectAsync(new UnixDomainSocketEndPoint(host.File("peer")), Token);

        await using var vm = await starting;
        Assert.Contains("waiting for connection", vm.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_that_waits_for_a_peer_in_vain_says_so_and_leaves_nothing()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(
            () => host.StartAsync(Waits(host), new VmOptions { StartTimeout = TimeSpan.FromSeconds(3) }));

        Assert.Contains("waiting for connection", failure.Message, StringComparison.Ordinal);
        Assert.Contains("StartTimeout", failure.Message, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    private static RawCommand Waits(TestHost host) =>
        host.Boots(MarkerGuests.BootSector(), "pc", "-chardev", $"socket,id=peer,path={host.File("peer")},server=on,wait=on");
}
