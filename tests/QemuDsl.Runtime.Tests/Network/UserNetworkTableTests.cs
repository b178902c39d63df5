using System.Net;
using System.Net.Sockets;
using CsCheck;

namespace QemuDsl.Runtime.Tests;

public sealed class UserNetworkTableTests
{
    private const string Table =
        "Hub -1 (net(0)):\r\n"
        + "  Protocol[State]    FD  Source Address  Port   Dest. Address  Port RecvQ SendQ\r\n"
        + "  TCP[ESTABLISHED]   11       127.0.0.1 41523       10.0.2.15    22     0     0\r\n"
        + "  TCP[SYN_SENT]      12       127.0.0.1 41523       10.0.2.15    22     0     0\r\n"
        + "  TCP[HOST_FORWARD]   8       127.0.0.1 41523       10.0.2.15    22     0     0\r\n"
        + "  UDP[236 sec]       13       10.0.2.15 68       10.0.2.2    67     0     0\r\n"
        + "  UDP[HOST_FORWARD]   3               * 34351       10.0.2.15    53     0     0\r\n"
        + "  ICMP[27 sec]       14       10.0.2.15 -             1.1.1.1    -     0     0\r\n";

    [Fact]
    public void Rows_tell_netdev_state_and_both_ends()
    {
        var rows = UserNetworkTable.Parse(Table);

        Assert.Equal(["ESTABLISHED", "SYN_SENT", "HOST_FORWARD", "236", "HOST_FORWARD"], rows.Select(static row => row.State));
        Assert.Equal(new VmForward("net(0)", ProtocolType.Tcp, IPAddress.Loopback, 41523, IPAddress.Parse("10.0.2.15"), 22), rows[2].Ends);
        Assert.Equal(new IPEndPoint(IPAddress.Loopback, 34351), rows[4].Ends.EndPoint);
    }

    [Fact]
    public void Any_text_is_read_without_an_error() => Gen.String.Sample(static text => Assert.NotNull(UserNetworkTable.Parse(text)));

    [Theory]
    [InlineData("  TCP[HOST_FORWARD]   8       127.0.0.1 99999       10.0.2.15    22     0     0")]
    [InlineData("  TCP[HOST_FORWARD]   8       somewhere 22       10.0.2.15    22     0     0")]
    [InlineData("  TCP[HOST_FORWARD]   8       127.0.0.1 22")]
    public void Line_that_is_none_is_left_out(string line) => Assert.Empty(UserNetworkTable.Parse(line + "\n"));
}
