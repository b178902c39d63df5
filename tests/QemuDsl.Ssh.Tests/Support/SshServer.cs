using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>A private sshd on loopback with keys of its own; one for all tests.</summary>
public sealed class SshServer : IAsyncLifetime
{
    private readonly TempDirectory _folder = new();
    private SshDaemon? _sshd;

    public SshServer() => Running = this;

    /// <summary>The one of this assembly.</summary>
    public static SshServer Running { get; private set; } = null!;

    public int Port => _sshd!.Port;

    /// <summary>A private key that may log in.</summary>
    public string Key => _folder.File("user");

    /// <summary>Public keys of others who may log in.</summary>
    public string MoreKeys => _folder.File("more.pub");

    /// <summary>The same key, encrypted with <see cref="Passphrase"/>.</summary>
    public string EncryptedKey => _folder.File("encrypted");

    public static string Passphrase => "open sesame";

    /// <summary>The host's public key: type and base64.</summary>
    public string HostKey { get; private set; } = "";

    /// <summary>Process number of the listening sshd.</summary>
    public int Pid => _sshd!.Pid;

    public async ValueTask InitializeAsync()
    {
        if (Tools.Find("sshd") is not { } sshd || Tools.Find("ssh-keygen") is not { } keygen)
        {
            return;
        }

        await GenerateAsync(keygen, "host", "");
        await GenerateAsync(keygen, "user", "");
        File.Copy(Key, EncryptedKey);
        await ChildProcess.RunAsync(keygen, ["-q", "-p", "-f", EncryptedKey, "-P", "", "-N", Passphrase]);
        HostKey = string.Join(' ', (await File.ReadAllTextAsync(_folder.File("host.pub"))).Split(' ').Take(2));
        _sshd = await SshDaemon.StartAsync(
            sshd,
            _folder.File("config"),
            $"""
            HostKey {_folder.File("host")}
            AuthorizedKeysFile {_folder.File("user.pub")} {MoreKeys}
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            """);
    }

    /// <summary>Another sshd that lets in whom this one lets in, and shows the same key unless told otherwise.</summary>
    internal Task<SshDaemon> StartAnotherAsync(string folder, string lines = "", bool ownKey = true) => SshDaemon.StartAsync(
        Tools.Require("sshd"),
        Path.Combine(folder, "sshd_config"),
        $"""
        {(ownKey ? $"HostKey {_folder.File("host")}" : "")}
        AuthorizedKeysFile {_folder.File("user.pub")}
        PasswordAuthentication no
        PermitRootLogin prohibit-password
        {lines}
        """);

    /// <summary>What <c>ssh_config</c> says of it, under a name.</summary>
    public string Configuration(string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Host {name}
          HostName 127.0.0.1
          Port {Port}
          User {Environment.UserName}
          IdentityFile {Key}
          UserKnownHostsFile {KnownHosts()}
        """);

    /// <summary>Ends the test where there is no sshd.</summary>
    public SshServer Require()
    {
        Tools.Require("sshd");
        Tools.Require("ssh-keygen");
        return this;
    }

    /// <summary>A file of known hosts that knows this server, under the port it is reached at.</summary>
    public string KnownHosts(string line = "{0} {1}", int? port = null)
    {
        var file = _folder.File($"known-{Guid.NewGuid():N}");
        File.WriteAllText(file, string.Format(CultureInfo.InvariantCulture, line, $"[127.0.0.1]:{port ?? Port}", HostKey) + "\n");
        return file;
    }

    public SshHostOptions Options(int? port = null) => new()
    {
        Host = "127.0.0.1", Port = port ?? Port, User = Environment.UserName, IdentityFiles = [Key], KnownHostsFiles = [KnownHosts(port: port)],
        UseAgent = false, ConfigFile = "", RunRoot = _folder.File("run"),
    };

    /// <summary>Run directories that are there now.</summary>
    public IReadOnlyList<string> RunDirectories() => Directory.Exists(_folder.File("run")) ? Directory.GetDirectories(_folder.File("run")) : [];

    public async ValueTask DisposeAsync()
    {
        if (_sshd is not null)
        {
            await _sshd.DisposeAsync();
        }

        await _folder.DisposeAsync();
    }

    private Task GenerateAsync(string keygen, string name, string passphrase) =>
        ChildProcess.RunAsync(keygen, ["-q", "-t", "ed25519", "-f", _folder.File(name), "-N", passphrase, "-C", name]);
}
