using QemuDsl.Runtime.Tests.Placement;

namespace QemuDsl.Runtime.Tests;

/// <summary>Waits for ports of a guest that has an address of its own.</summary>
public sealed class DirectTests
{
    [Fact]
    public async Task Guests_own_address_is_connected_to()
    {
        await using var host = new TestHost();
        await using var network = await DirectGuest.NetworkAsync();

        await DirectGuest.AnswersAsync(new OtherHost(host.Host)
        {
            Prefix = network.Prefix, Connect = (address, port, token) => InsideSockets.ConnectAsync(network.Name, address, port, host.Host.Name, token),
        });
    }
}
