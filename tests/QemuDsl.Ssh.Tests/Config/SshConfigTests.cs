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
    public void Wrong_port_is_refused() => Assert.Contains(
        "'ssh' is no port", Assert.Throws<HostException>(static () => SshTargets.Jump(new SshHostOptions { Host = "lab3" }, "gate:ssh")).Message, StringComparison.Ordinal);
}
