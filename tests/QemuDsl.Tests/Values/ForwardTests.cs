namespace QemuDsl.Tests.Values;

/// <summary>Forwards of a user-mode network.</summary>
public sealed class ForwardTests
{
    [Fact]
    public void A_forward_listens_on_this_machine_only_unless_told_otherwise()
    {
        Assert.Equal("tcp:127.0.0.1:2222-:22", HostForward.Tcp(2222, 22).ToString());
        Assert.Equal("udp::53-10.0.2.15:53", HostForward.Udp(53, 53, hostAddress: "", guestAddress: "10.0.2.15").ToString());
    }

    [Theory]
    [InlineData("tcp:127.0.0.1:2222-:22")]
    [InlineData("udp::53-10.0.2.15:53")]
    public void A_rule_is_read_as_QEMU_writes_it(string rule) => Assert.Equal(rule, HostForward.Parse(rule).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("tcp:127.0.0.1:2222")]
    [InlineData("tcp:[::1]:2222-:22")]
    [InlineData("tcp:localhost:2222-:22")]
    [InlineData("tcp:1:2222-:22")]
    [InlineData("tcp::65536-:22")]
    [InlineData("tcp::2222-:0")]
    [InlineData("tcp::-1-:22")]
    [InlineData("sctp::2222-:22")]
    [InlineData("tcp::2222-:22,restrict=off")]
    public void A_rule_QEMU_would_refuse_is_refused_with_the_form_it_must_have(string rule)
    {
        var refused = Assert.Throws<FormatException>(() => HostForward.Parse(rule));

        Assert.Contains("tcp:127.0.0.1:2222-:22", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tcp:10.0.2.100:80-cmd:netcat -v 127.0.0.1 8080")]
    [InlineData("tcp:10.0.2.100:80-chardev:web")]
    public void A_guest_forward_keeps_its_target_as_it_is(string rule) => Assert.Equal(rule, GuestForward.Parse(rule).ToString());

    [Theory]
    [InlineData("udp:10.0.2.100:80-cmd:true")]
    [InlineData("tcp:10.0.2.100:80")]
    [InlineData("tcp::80-cmd:true")]
    [InlineData("tcp:10.0.2.100:0-cmd:true")]
    public void A_guest_forward_QEMU_would_refuse_is_refused(string rule) => Assert.Throws<FormatException>(() => GuestForward.Parse(rule));
}
