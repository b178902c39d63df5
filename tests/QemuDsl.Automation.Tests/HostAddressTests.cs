namespace QemuDsl.Automation.Tests;

/// <summary>Hosts as text.</summary>
public sealed class HostAddressTests
{
    [Theory]
    [InlineData("local", "local")]
    [InlineData("LOCAL", "local")]
    [InlineData("ssh://lab3", "ssh://lab3")]
    [InlineData("SSH://lab3/", "ssh://lab3")]
    [InlineData("ssh://ci@lab3:2222", "ssh://ci@lab3:2222")]
    [InlineData("ssh://[::1]:22", "ssh://[::1]:22")]
    public void Address_is_read_and_written(string text, string expected) => Assert.Equal(expected, HostAddress.Parse(text).ToString());

    [Fact]
    public void Parts_of_an_address_become_options_of_the_host()
    {
        var ssh = HostAddress.Parse("ssh://ci@lab3:2222").Ssh;

        Assert.Equal(("lab3", 2222, "ci"), (ssh!.Host, ssh.Port, ssh.User));
        Assert.Null(HostAddress.Parse("ssh://lab3").Ssh!.User);
    }

    [Theory]
    [InlineData("", "is no address of a host")]
    [InlineData("lab3", "is no address of a host. Write 'local', or ssh://host")]
    [InlineData("ssh://", "names no host")]
    [InlineData("ssh://@lab3", "is no user name")]
    [InlineData("ssh://-oProxyCommand=x", "names no host")]
    [InlineData("ssh://a b", "names no host")]
    [InlineData("ssh://lab3/path", "names no host")]
    [InlineData("ssh://lab3:0", "has the port '0', which is no number from 1 to 65535")]
    [InlineData("ssh://lab3:port", "has the port 'port'")]
    [InlineData("ssh://[nonsense]:22", "names no host")]
    public void Wrong_address_is_refused_with_the_forms_there_are(string text, string expected)
    {
        var wrong = Assert.Throws<AutomationException>(() => HostAddress.Parse(text));

        Assert.Equal(AutomationFailure.HostAddress, wrong.Failure);
        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Password_in_an_address_is_refused_and_not_repeated()
    {
        var wrong = Assert.Throws<AutomationException>(static () => HostAddress.Parse("ssh://ci:hunter2@lab3"));

        Assert.DoesNotContain("hunter2", wrong.ToString(), StringComparison.Ordinal);
    }
}
