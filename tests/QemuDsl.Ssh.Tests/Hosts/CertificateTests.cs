using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>A real sshd that trusts an authority for users and shows a certificate of one for itself.</summary>
public sealed class CertificateTests : IAsyncLifetime
{
    private readonly TempDirectory _folder = new();
    private SshDaemon? _sshd;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var sshd = Tools.Require("sshd");
        foreach (var name in (string[])["authority", "other", "host", "user"])
        {
            await KeygenAsync("-q", "-t", "ed25519", "-N", "", "-C", name, "-f", _folder.File(name));
        }

        await KeygenAsync("-q", "-s", _folder.File("authority"), "-I", "host", "-h", "-n", "127.0.0.1", "-V", "+1h", _folder.File("host.pub"));
        _sshd = await SshDaemon.StartAsync(
            sshd,
            _folder.File("config"),
            $"""
            HostKey {_folder.File("host")}
            HostCertificate {_folder.File("host-cert.pub")}
            TrustedUserCAKeys {_folder.File("authority.pub")}
            AuthorizedKeysFile none
            PasswordAuthentication no
            PermitRootLogin prohibit-password
            """);
    }

    [Fact]
    public async Task Certificate_beside_a_key_logs_in()
    {
        await SignUserAsync("authority", Environment.UserName);
        await using var host = new SshHost(await OptionsAsync("authority"));

        await host.ConnectAsync(Token);
    }

    [Fact]
    public async Task Key_without_a_certificate_does_not()
    {
        await using var host = new SshHost(await OptionsAsync("authority"));

        Assert.Contains("may not log in", (await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("other", null)]
    [InlineData("authority", "somebody-else")]
    public async Task Certificate_of_another_authority_or_for_another_user_does_not(string authority, string? user)
    {
        await SignUserAsync(authority, user ?? Environment.UserName);
        await using var host = new SshHost(await OptionsAsync("authority"));

        Assert.Contains("may not log in", (await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_whose_certificate_another_authority_gave_is_refused()
    {
        await SignUserAsync("authority", Environment.UserName);
        await using var host = new SshHost(await OptionsAsync("other"));

        var refusal = await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token));

        Assert.Contains("127.0.0.1", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("SHA256:", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_whose_authority_is_revoked_is_refused()
    {
        await SignUserAsync("authority", Environment.UserName);
        var options = await OptionsAsync("authority");
        await File.AppendAllTextAsync(options.KnownHostsFiles![0], $"@revoked * {await PublicAsync("authority")}\n", Token);
        await using var host = new SshHost(options);

        Assert.Contains("revokes", (await Assert.ThrowsAsync<HostException>(() => host.ConnectAsync(Token))).Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sshd is not null)
        {
            await _sshd.DisposeAsync();
        }

        await _folder.DisposeAsync();
    }

    private static Task KeygenAsync(params string[] arguments) => ChildProcess.RunAsync(Tools.Require("ssh-keygen"), arguments, Token);

    private Task SignUserAsync(string authority, string user) =>
        KeygenAsync("-q", "-s", _folder.File(authority), "-I", "user", "-n", user, "-V", "+1h", _folder.File("user.pub"));

    private async Task<string> PublicAsync(string name) =>
        string.Join(' ', (await File.ReadAllTextAsync(_folder.File(name + ".pub"), Token)).Split(' ').Take(2));

    private async Task<SshHostOptions> OptionsAsync(string authority)
    {
        var known = _folder.File("known");
        await File.WriteAllTextAsync(known, $"@cert-authority [127.0.0.1]:{_sshd!.Port} {await PublicAsync(authority)}\n", Token);
        return new SshHostOptions
        {
            Host = "127.0.0.1", Port = _sshd.Port, User = Environment.UserName, IdentityFiles = [_folder.File("user")], KnownHostsFiles = [known],
            UseAgent = false, ConfigFile = "", RunRoot = _folder.File("run"),
        };
    }
}
