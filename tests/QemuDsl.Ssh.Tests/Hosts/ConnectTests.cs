using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>Who is let in, and which host is believed.</summary>
public sealed class ConnectTests(SshServer server)
{
    private readonly SshServer _server = server.Require();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_file_logs_in()
    {
        await using var host = new SshHost(_server.Options());

        await host.ConnectAsync(Token);
    }

    [Fact]
    public async Task Host_of_a_container_is_closed_with_it()
    {
        var services = new ServiceCollection();
        services.AddQemu().AddSshHost("lab3", _server.Options());
        IVmHost host;
        await using (var provider = services.BuildServiceProvider())
        {
            host = provider.GetRequiredKeyedService<IVmHost>("lab3");
            Assert.Equal("/bin/sh", await host.FindProgramAsync("/bin/sh", Token));
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => host.FindProgramAsync("/bin/dash", Token));
    }

    [Theory]
    [InlineData("setpriv --reuid 65534 --regid 65534 --clear-groups sh -c \"$SSH_ORIGINAL_COMMAND\"", true, "(exit code 1): sudo: a password is required. Let sudo run commands for this user without a password")]
    [InlineData("echo no >&2; exit 7", false, "(exit code 7): no. Its login shell must run commands")]
    public async Task Sudo_that_would_ask_and_a_shell_that_runs_nothing_are_told(string shell, bool sudo, string told)
    {
        Tools.Require("sudo");
        using var folder = new TempDirectory();
        await using var sshd = await _server.StartAnotherAsync(folder.FullPath, $"ForceCommand {shell}");
        await using var host = new SshHost(_server.Options(sshd.Port) with { Sudo = sudo });

        foreach (var asking in (Func<Task>[])[() => host.ConnectAsync(Token), () => host.FindProgramAsync("sh", Token), () => host.ReadFileAsync("/etc/passwd", Token)])
        {
            var refusal = await Assert.ThrowsAsync<HostException>(asking);
            Assert.Contains("no command runs there for this user " + told, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Encrypted_key_needs_its_passphrase()
    {
        await using var open = new SshHost(_server.Options() with { IdentityFiles = [_server.EncryptedKey], Passphrase = SshServer.Passphrase });
        await open.ConnectAsync(Token);

        await using var locked = new SshHost(_server.Options() with { IdentityFiles = [_server.EncryptedKey] });
        var refusal = await Assert.ThrowsAsync<HostException>(() => locked.ConnectAsync(Token));
        Assert.Contains("is encrypted. Set SshHostOptions.Passphrase", refusal.Message, StringComparison.Ordinal);

        await using var wrong = new SshHost(_server.Options() with { IdentityFiles = [_server.EncryptedKey], Passphrase = "sesame" });
        refusal = await Assert.ThrowsAsync<HostException>(() => wrong.ConnectAsync(Token));
        Assert.DoesNotContain("sesame", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_key_is_refused_with_the_fingerprint_and_what_to_do()
    {
        await using var host = new SshHost(_server.Options() with { KnownHostsFiles = [_server.KnownHosts("# {0} {1}")] });

        var refusal = await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token));

        Assert.Contains($"the key of [127.0.0.1]:{_server.Port} is not known (ssh-ed25519 SHA256:", refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"ssh-keyscan -p {_server.Port} 127.0.0.1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_key_than_the_known_one_is_refused_with_the_line()
    {
        const string OtherKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
        var file = _server.KnownHosts($"{{0}} {OtherKey}");
        await using var host = new SshHost(_server.Options() with { KnownHostsFiles = [file], HostKeyPolicy = HostKeyPolicy.AcceptNew });

        var refusal = await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token));

        Assert.Contains($"than {file}:1 knows. Somebody may be in between.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revoked_key_is_refused()
    {
        await using var host = new SshHost(_server.Options() with { KnownHostsFiles = [_server.KnownHosts("{0} {1}\n@revoked {0} {1}")] });

        var refusal = await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token));

        Assert.Contains(":2 revokes", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_key_is_written_down_when_that_was_asked_for()
    {
        using var folder = new TempDirectory();
        var file = folder.File("ssh/known_hosts");
        var options = _server.Options() with { KnownHostsFiles = [file], HostKeyPolicy = HostKeyPolicy.AcceptNew };
        await using (var first = new SshHost(options))
        {
            await first.ConnectAsync(Token);
        }

        Assert.Equal($"[127.0.0.1]:{_server.Port} {_server.HostKey}\n", await File.ReadAllTextAsync(file, Token));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        await using var second = new SshHost(options with { HostKeyPolicy = HostKeyPolicy.Strict });
        await second.ConnectAsync(Token);
    }

    [Theory]
    [InlineData("ed25519")]
    [InlineData("rsa")]
    [InlineData("ecdsa")]
    public async Task Agent_logs_in(string type)
    {
        var (agent, add) = (Tools.Require("ssh-agent"), Tools.Require("ssh-add"));
        using var folder = new TempDirectory();
        await ChildProcess.RunAsync(Tools.Require("ssh-keygen"), ["-q", "-t", type, "-N", "", "-f", folder.File("key")], Token);
        await File.AppendAllTextAsync(_server.MoreKeys, await File.ReadAllTextAsync(folder.File("key.pub"), Token), Token);
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(agent, ["-D", "-a", folder.File("agent")]) { RedirectStandardOutput = true })!;
        try
        {
            while (!File.Exists(folder.File("agent")))
            {
                await Task.Delay(20, Token);
            }

            await ChildProcess.RunAsync("/usr/bin/env", [$"SSH_AUTH_SOCK={folder.File("agent")}", add, "-q", folder.File("key")], Token);
            var identities = SshAgent.Identities(folder.File("agent"));

            await using var host = new SshHost(_server.Options() with { IdentityFiles = [], UseAgent = true, AgentSocket = folder.File("agent") });
            await host.ConnectAsync(Token);
            Assert.Single(identities);
        }
        finally
        {
            process.Kill();
        }
    }

    [Fact]
    public async Task Nobody_there_is_told_with_address()
    {
        await using var host = new SshHost(_server.Options(port: 1) with { Port = 1 });

        var refusal = await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token));

        Assert.Contains("127.0.0.1 port 1 cannot be reached", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_is_told_what_was_tried()
    {
        using var folder = new TempDirectory();
        await ChildProcess.RunAsync(Tools.Require("ssh-keygen"), ["-q", "-t", "ed25519", "-N", "", "-f", folder.File("stranger")], Token);
        await using var host = new SshHost(_server.Options() with { IdentityFiles = [folder.File("stranger")] });

        var refusal = await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token));

        Assert.Contains("may not log in", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(folder.File("stranger"), refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0} {1}", true)]
    [InlineData("[127.0.0.?]:* {1}", false)]
    [InlineData("!elsewhere,[127.*]:{2} {1}", false)]
    public async Task Known_host_may_be_hashed_or_a_pattern(string line, bool hashed)
    {
        var file = _server.KnownHosts(line.Replace("{2}", $"{_server.Port}", StringComparison.Ordinal));
        if (hashed)
        {
            await ChildProcess.RunAsync(Tools.Require("ssh-keygen"), ["-q", "-H", "-f", file], Token);
            Assert.StartsWith("|1|", await File.ReadAllTextAsync(file, Token), StringComparison.Ordinal);
        }

        await using var host = new SshHost(_server.Options() with { KnownHostsFiles = [file] });

        await host.ConnectAsync(Token);
    }

    [Fact]
    public async Task Host_with_two_keys_is_believed_by_the_one_that_is_known()
    {
        using var folder = new TempDirectory();
        foreach (var type in (string[])["rsa", "ed25519"])
        {
            await ChildProcess.RunAsync(Tools.Require("ssh-keygen"), ["-q", "-t", type, "-N", "", "-f", folder.File(type)], Token);
        }

        await using var sshd = await _server.StartAnotherAsync(folder.FullPath, $"HostKey {folder.File("ed25519")}\nHostKey {folder.File("rsa")}", ownKey: false);
        await File.WriteAllTextAsync(folder.File("known"), $"[127.0.0.1]:{sshd.Port} {await File.ReadAllTextAsync(folder.File("rsa.pub"), Token)}", Token);
        await using var host = new SshHost(_server.Options(sshd.Port) with { KnownHostsFiles = [folder.File("known")] });

        await host.ConnectAsync(Token);
    }

    [Theory]
    [InlineData("ProxyJump first,second")]
    [InlineData("ProxyJump second\nHost second\n  ProxyJump first")]
    public async Task Jump_hosts_are_gone_through(string jumps)
    {
        await using var first = new TcpProxy(_server.Port);
        await using var second = new TcpProxy(_server.Port);
        await using var target = new TcpProxy(_server.Port);
        using var folder = new TempDirectory();
        await using var host = new SshHost(await GatesAsync(folder, first.Port, second.Port, target.Port, jumps));

        Assert.Equal("/bin/sh", await host.FindProgramAsync("/bin/sh", Token));
        Assert.Equal((1, 1, 1), (first.Connections, second.Connections, target.Connections));
        var lost = host.ConnectionLost;
        first.Cut();
        await Runtime.Tests.Eventually.TrueAsync(() => lost.IsCancellationRequested, "what goes through it is gone");
    }

    [Theory]
    [InlineData(null, "the key of [127.0.0.1]:{0} is not known")]
    [InlineData("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8g", "[127.0.0.1]:{0} shows another key")]
    public async Task Jump_host_whose_key_is_not_known_or_another_one_is_refused_and_nothing_goes_through_it(string? known, string why)
    {
        await using var target = new TcpProxy(_server.Port);
        using var folder = new TempDirectory();
        var options = await GatesAsync(folder, _server.Port, 1, target.Port, "ProxyJump first");
        var jump = known is null ? "" : $"[127.0.0.1]:{_server.Port} {known}\n";
        await File.WriteAllTextAsync(options.KnownHostsFiles![0], $"[127.0.0.1]:{target.Port} {_server.HostKey}\n{jump}", Token);
        await using var host = new SshHost(options);

        var refusal = await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token));

        Assert.Contains(string.Format(CultureInfo.InvariantCulture, why, _server.Port), refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, target.Connections);
    }

    // Nobody greets, nobody agrees on a cipher: each is waited for in its own way.
    [Theory]
    [InlineData("")]
    [InlineData("SSH-2.0-silent\r\n")]
    public async Task Peer_that_says_nothing_more_holds_up_neither_who_connects_nor_who_gives_up_nor_who_disposes(string greeting)
    {
        await using var peer = new SilentPeer(greeting);
        var options = _server.Options(peer.Port) with { HostKeyPolicy = HostKeyPolicy.AcceptNew, ConnectTimeout = TimeSpan.FromHours(1) };
        var soon = TimeSpan.FromSeconds(30);

        await using (var patient = new SshHost(options with { ConnectTimeout = TimeSpan.FromMilliseconds(300) }))
        {
            var failure = await Assert.ThrowsAsync<HostException>(() => patient.ConnectAsync(Token).WaitAsync(soon, Token));
            Assert.Contains($"127.0.0.1 port {peer.Port} does not answer in time", failure.Message, StringComparison.Ordinal);
        }

        await using (var impatient = new SshHost(options))
        {
            using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            var given = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient.ConnectAsync(giveUp.Token).WaitAsync(soon, Token));
            Assert.Equal(giveUp.Token, given.CancellationToken);
        }

        // Of its own: those who gave up may have done so before they came.
        await using var other = new SilentPeer(greeting);
        await using var host = new SshHost(options with { Port = other.Port });
        var connecting = host.ConnectAsync(Token);
        await other.HasComeAsync(1, Token);
        await host.DisposeAsync().AsTask().WaitAsync(soon, Token);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => connecting.WaitAsync(soon, Token));
    }

    // One channel of each connection is the heartbeat's.
    [Theory]
    [InlineData(3, 3)]
    [InlineData(2, 5)]
    public async Task Server_that_takes_fewer_channels_gets_more_connections(int allowed, int connections)
    {
        using var folder = new TempDirectory();
        await using var sshd = await _server.StartAnotherAsync(folder.FullPath, $"MaxSessions {allowed}");
        await using var host = new SshHost(_server.Options(sshd.Port));
        for (var count = 1; count <= 5; count++)
        {
            var echo = await host.StartProcessAsync(new HostCommand("cat", []), Token);
            await echo.Stdin.WriteAsync("x"u8.ToArray(), Token);
            Assert.Equal(1, await echo.Stdout.ReadAsync(new byte[1], Token));
            await Runtime.Tests.Eventually.TrueAsync(() => Cats(sshd.Pid) == count + host.Connections, "each connection has its heartbeat");
        }

        Assert.Equal(connections, host.Connections);
    }

    [Fact]
    public async Task Line_that_is_frozen_before_the_next_connection_does_not_hold_up_who_waits_for_that()
    {
        await using var line = new TcpProxy(_server.Port);
        await using var host = new SshHost(_server.Options(line.Port) with { ConnectTimeout = TimeSpan.FromMilliseconds(300) });
        line.Freeze();

        var failure = await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token).WaitAsync(TimeSpan.FromSeconds(30), Token));

        Assert.Contains("does not answer in time", failure.Message, StringComparison.Ordinal);
    }

    private static int Cats(int sshd) => Directory.EnumerateDirectories("/proc")
        .Select(static entry => int.TryParse(Path.GetFileName(entry), CultureInfo.InvariantCulture, out var pid) ? pid : 0)
        .Count(pid => Runtime.Tests.Processes.NameOf(pid) == "cat" && IsBelow(pid, sshd));

    private static bool IsBelow(int pid, int ancestor)
    {
        try
        {
            while (pid > 1 && pid != ancestor)
            {
                pid = Runtime.Tests.Processes.ParentOf(pid);
            }

            return pid == ancestor;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<SshHostOptions> GatesAsync(TempDirectory folder, int first, int second, int target, string jumps)
    {
        var config = $"Host lab\n  HostName 127.0.0.1\n  Port {target}\n  {jumps}\n"
            + $"Host first\n  HostName 127.0.0.1\n  Port {first}\nHost second\n  HostName 127.0.0.1\n  Port {second}\n"
            + $"Host *\n  IdentityFile {_server.Key}\n  User {Environment.UserName}\n";
        await File.WriteAllTextAsync(folder.File("config"), config, Token);
        await File.WriteAllTextAsync(folder.File("known"), $"[127.0.0.1]:* {_server.HostKey}\n", Token);
        return _server.Options() with { Host = "lab", Port = null, ConfigFile = folder.File("config"), KnownHostsFiles = [folder.File("known")] };
    }
}
