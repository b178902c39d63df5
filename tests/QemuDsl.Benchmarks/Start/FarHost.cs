using QemuDsl.Ssh;
using QemuDsl.Ssh.Tests;
using QemuDsl.TestKit;

namespace QemuDsl.Benchmarks.Start;

/// <summary>An sshd of our own, 50 ms of round trip away.</summary>
internal sealed class FarHost : IAsyncDisposable
{
    public static readonly TimeSpan OneWay = TimeSpan.FromMilliseconds(25);

    private readonly TempDirectory _folder;
    private readonly SshDaemon _sshd;
    private readonly TcpProxy _line;

    private FarHost(TempDirectory folder, SshDaemon sshd, TcpProxy line, SshHost host)
    {
        _folder = folder;
        _sshd = sshd;
        _line = line;
        Host = host;
    }

    /// <summary>A connection to it that is open.</summary>
    public SshHost Host { get; }

    /// <summary>What ssh(1) is given to reach it, over a connection that stays open.</summary>
    public IReadOnlyList<string> ClientOptions =>
    [
        "-F", "none", "-p", $"{_line.Port}", "-i", _folder.File("user"), "-o", $"UserKnownHostsFile={_folder.File("known")}", "-o", "BatchMode=yes",
        "-o", "ControlMaster=auto", "-o", $"ControlPath={_folder.File("master")}", "-o", "ControlPersist=yes", "127.0.0.1",
    ];

    /// <summary>Whether ssh(1) keeps a connection open.</summary>
    public bool HasClient => File.Exists(_folder.File("master"));

    public static async Task<FarHost> ConnectAsync(TempDirectory folder)
    {
        foreach (var key in (string[])["host", "user"])
        {
            await ChildProcess.RunAsync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", folder.File(key)]).ConfigureAwait(false);
        }

        var sshd = await SshDaemon.StartAsync(
            Tools.Require("sshd"), folder.File("config"), $"HostKey {folder.File("host")}\nAuthorizedKeysFile {folder.File("user.pub")}\n").ConfigureAwait(false);
        var line = new TcpProxy(sshd.Port, OneWay);
        var known = string.Join(' ', (await File.ReadAllTextAsync(folder.File("host.pub")).ConfigureAwait(false)).Split(' ').Take(2));
        await File.WriteAllTextAsync(folder.File("known"), $"[127.0.0.1]:{line.Port} {known}\n").ConfigureAwait(false);
        var host = new SshHost(new SshHostOptions
        {
            Host = "127.0.0.1", Port = line.Port, User = Environment.UserName, IdentityFiles = [folder.File("user")],
            KnownHostsFiles = [folder.File("known")], UseAgent = false, ConfigFile = "",
        });
        await host.ConnectAsync().ConfigureAwait(false);
        return new FarHost(folder, sshd, line, host);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync().ConfigureAwait(false);
        await _line.DisposeAsync().ConfigureAwait(false);
        await _sshd.DisposeAsync().ConfigureAwait(false);
    }
}
