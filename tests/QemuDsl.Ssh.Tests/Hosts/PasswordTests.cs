using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>
/// Logging in with a password. The account of the tests gets one only in a mount namespace of sshd's own, where a file of the test lies over
/// <c>/etc/shadow</c>: nothing of the machine changes.
/// </summary>
public sealed class PasswordTests : IAsyncLifetime
{
    private const string Password = "open sesame";
    private const string Hash = "$6$qemudsl$S7RMDni5YvzA7I3NQ9Qlqle5JZBFl1UDSao3l2j2wSAqIsQ7ktHm70NLDYEezxG/IhbJCDLubvVWIOwKciiQ0/";

    private readonly TempDirectory _folder = new();
    private SshDaemon? _sshd;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Missing.Report("only root can lay a file over /etc/shadow for one sshd");
        }

        await ChildProcess.RunAsync(Tools.Require("ssh-keygen"), ["-q", "-t", "ed25519", "-N", "", "-f", _folder.File("host")], Token);
        await File.WriteAllTextAsync(_folder.File("shadow"), $"{Environment.UserName}:{Hash}:19000:0:99999:7:::\n", Token);
        const string Mount = "mount --bind \"$0\" /etc/shadow && exec \"$@\"";
        _sshd = await SshDaemon.StartAsync(
            Tools.Require("sshd"),
            _folder.File("config"),
            $"""
            HostKey {_folder.File("host")}
            AuthorizedKeysFile none
            PasswordAuthentication yes
            PermitRootLogin yes
            """,
            Tools.Require("unshare"), "-m", "--propagation", "private", "/bin/sh", "-c", Mount, _folder.File("shadow"));
    }

    [Fact]
    public async Task Password_logs_in()
    {
        await using var host = new SshHost(Options(Password));

        await host.ConnectAsync(Token);
    }

    [Fact]
    public async Task Wrong_one_does_not_and_is_in_no_message()
    {
        await using var host = new SshHost(Options("close sesame"));

        var refusal = await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token));

        Assert.Contains("may not log in", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", refusal.ToString(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sshd is not null)
        {
            await _sshd.DisposeAsync();
        }

        await _folder.DisposeAsync();
    }

    private SshHostOptions Options(string password) => new()
    {
        Host = "127.0.0.1", Port = _sshd!.Port, User = Environment.UserName, Password = password, IdentityFiles = [], UseAgent = false, ConfigFile = "",
        KnownHostsFiles = [_folder.File("known")], HostKeyPolicy = HostKeyPolicy.AcceptNew, RunRoot = _folder.File("run"),
    };
}
