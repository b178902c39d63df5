namespace QemuDsl.Ssh.Tests;

public sealed class SshConfigTests
{
    private const string Text =
        """
        # the lab
        Host lab3 lab4
            HostName %h.example
            Port 2222
            IdentityFile ~/.ssh/lab_%r
            IdentityFile "/keys/with blank"
        Host !lab4 lab*
            User=tester
            ProxyJump jump@gate:2200, second
        Match exec "rm -rf /"
            User nobody
        Host *
            User fallback
            UserKnownHostsFile /a /b
        """;

    [Theory]
    [InlineData("lab3", "User", "tester")]
    [InlineData("lab4", "User", "fallback")]
    [InlineData("other", "user", "fallback")]
    [InlineData("lab3", "PORT", "2222")]
    [InlineData("lab4", "ProxyJump", null)]
    public void First_value_for_a_host_holds(string host, string keyword, string? expected) =>
        Assert.Equal(expected, SshConfig.Parse(Text.Split('\n')).First(host, keyword));

    [Fact]
    public void Files_and_options_come_together()
    {
        using var folder = new QemuDsl.TestKit.TempDirectory();
        File.WriteAllText(folder.File("config"), "Include included\n");
        File.WriteAllText(folder.File("included"), Text);

        var target = SshTargets.Of(new SshHostOptions { Host = "lab3", ConfigFile = folder.File("config") });

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal(("lab3.example", 2222, "tester"), (target.Host, target.Port, target.User));
        Assert.Equal([$"{home}/.ssh/lab_tester", "/keys/with blank"], target.IdentityFiles);
        Assert.Equal(["/a", "/b", "/etc/ssh/ssh_known_hosts"], target.KnownHostsFiles);
        Assert.Equal(["jump@gate:2200", "second"], target.Jumps);
    }

    [Fact]
    public void Options_win_over_the_configuration()
    {
        using var folder = new QemuDsl.TestKit.TempDirectory();
        File.WriteAllText(folder.File("config"), Text);

        var target = SshTargets.Of(new SshHostOptions { Host = "lab3", Port = 7, User = "me", IdentityFiles = ["k"], ConfigFile = folder.File("config") });

        Assert.Equal((7, "me"), (target.Port, target.User));
        Assert.Equal(["k"], target.IdentityFiles);
    }

    [Theory]
    [InlineData("user@gate:2200", "user", "gate", 2200)]
    [InlineData("gate", null, "gate", null)]
    [InlineData("user@[fe80::1]", "user", "fe80::1", null)]
    [InlineData("[fe80::1]:22", null, "fe80::1", 22)]
    public void Jumps_are_read(string jump, string? user, string host, int? port)
    {
        var options = SshTargets.Jump(new SshHostOptions { Host = "lab3" }, jump);

        Assert.Equal((user, host, port), (options.User, options.Host, options.Port));
    }

    [Fact]
    public void Gate_gets_nothing_that_the_target_is_logged_in_to_with()
    {
        var options = new SshHostOptions { Host = "lab3", User = "me", Password = "p", Passphrase = "q", IdentityFiles = ["k"], AgentSocket = "/a", KnownHostsFiles = ["/known"] };

        var gate = SshTargets.Jump(options, "gate");

        Assert.Equal((null, null, null, null), (gate.User, gate.Password, gate.Passphrase, gate.IdentityFiles));
        Assert.Equal(("/a", "/known"), (gate.AgentSocket, gate.KnownHostsFiles![0]));
    }

    [Theory]
    [InlineData("Host lab\nProxyJump a", "a")]
    [InlineData("Host lab\nProxyJump a,b\nHost b\nProxyJump c", "a b")]
    [InlineData("Host lab\nProxyJump a\nHost a\nProxyJump b\nHost b\nProxyJump c,d", "c d b a")]
    [InlineData("Host a\nProxyJump none\nHost *\nProxyJump a", "a")]
    public void Way_to_a_host_is_the_one_that_OpenSSH_takes(string text, string way) =>
        Assert.Equal(way, string.Join(' ', Route(text).Select(static hop => hop.Host)));

    [Theory]
    [InlineData("Host *\nProxyJump a")]
    [InlineData("Host lab\nProxyJump a\nHost a\nProxyJump b\nHost b\nProxyJump a")]
    public void Way_in_a_circle_is_refused(string text) =>
        Assert.Contains("goes in a circle", Assert.Throws<HostException>(() => Route(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Gates_of_the_options_are_gone_through_as_they_are()
    {
        var gate = new SshHostOptions { Host = "gate", Password = "its own" };

        Assert.Equal([gate], SshTargets.Route(new SshHostOptions { Host = "lab", ConfigFile = "", Jumps = [gate with { ConfigFile = "" }] }).Select(static hop => hop with { ConfigFile = null }));
    }

    [Fact]
    public void Wrong_port_is_refused() => Assert.Contains(
        "'ssh' is no port", Assert.Throws<HostException>(static () => SshTargets.Jump(new SshHostOptions { Host = "lab3" }, "gate:ssh")).Message, StringComparison.Ordinal);

    private static IReadOnlyList<SshHostOptions> Route(string text)
    {
        using var folder = new QemuDsl.TestKit.TempDirectory();
        File.WriteAllText(folder.File("config"), text + "\n");
        return SshTargets.Route(new SshHostOptions { Host = "lab", ConfigFile = folder.File("config") });
    }
}
