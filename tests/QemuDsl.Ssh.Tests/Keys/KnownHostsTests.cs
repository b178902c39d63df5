using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace QemuDsl.Ssh.Tests;

public sealed class KnownHostsTests
{
    private static readonly byte[] Key = [1, 2, 3];
    private static readonly byte[] Other = [4, 5, 6];

    [Theory]
    [InlineData("lab3 ssh-ed25519 KEY", "lab3", 22, "Known")]
    [InlineData("lab3 ssh-ed25519 KEY a comment", "lab3", 22, "Known")]
    [InlineData("LAB3,10.0.0.3 ssh-ed25519 KEY", "lab3", 22, "Known")]
    [InlineData("*.lab,!bad.lab ssh-ed25519 KEY", "good.lab", 22, "Known")]
    [InlineData("*.lab,!bad.lab ssh-ed25519 KEY", "bad.lab", 22, "Unknown")]
    [InlineData("lab? ssh-ed25519 KEY", "lab33", 22, "Unknown")]
    [InlineData("[lab3]:2222 ssh-ed25519 KEY", "lab3", 2222, "Known")]
    [InlineData("lab3 ssh-ed25519 KEY", "lab3", 2222, "Unknown")]
    [InlineData("[lab3]:2222 ssh-ed25519 KEY", "lab3", 22, "Unknown")]
    [InlineData("lab3 ssh-ed25519 OTHER", "lab3", 22, "Changed")]
    [InlineData("lab3 ssh-ed25519 OTHER\nlab3 ssh-rsa KEY", "lab3", 22, "Known")]
    [InlineData("lab3 ssh-ed25519 KEY\n@revoked * ssh-ed25519 KEY", "lab3", 22, "Revoked")]
    [InlineData("@revoked * ssh-ed25519 OTHER\nlab3 ssh-ed25519 KEY", "lab3", 22, "Known")]
    [InlineData("@cert-authority *.lab ssh-ed25519 KEY", "a.lab", 22, "Unknown")]
    [InlineData("@cert-authority *.lab ssh-ed25519 KEY\na.lab ssh-ed25519 OTHER", "a.lab", 22, "Changed")]
    [InlineData("# lab3 ssh-ed25519 KEY\n\nlab3\nlab3 ssh-ed25519 ???", "lab3", 22, "Unknown")]
    public void Lines_are_judged_as_OpenSSH_does(string text, string host, int port, string verdict) =>
        Assert.Equal(verdict, Hosts(text).Judge(host, port, new OfferedKey(Key), out _).ToString());

    [Theory]
    [InlineData("@cert-authority *.lab ssh-ed25519 OTHER", "Known")]
    [InlineData("@cert-authority *.lab ssh-ed25519 KEY", "Unknown")]
    [InlineData("@cert-authority other.lab ssh-ed25519 OTHER", "Unknown")]
    [InlineData("@cert-authority *.lab ssh-ed25519 OTHER\n@revoked *.lab ssh-ed25519 OTHER", "Revoked")]
    public void Certificate_is_known_by_its_authority(string text, string verdict) =>
        Assert.Equal(verdict, Hosts(text).Judge("a.lab", 22, new OfferedKey(Key, Authority: Other), out _).ToString());

    [Fact]
    public void Hashed_names_are_found()
    {
        var salt = RandomNumberGenerator.GetBytes(20);
#pragma warning disable CA5350 // The format of OpenSSH.
        var hash = HMACSHA1.HashData(salt, Encoding.UTF8.GetBytes("[lab3]:2222"));
#pragma warning restore CA5350
        var hosts = Hosts($"|1|{Convert.ToBase64String(salt)}|{Convert.ToBase64String(hash)} ssh-ed25519 KEY");

        Assert.Equal(HostKeyVerdict.Known, hosts.Judge("lab3", 2222, new OfferedKey(Key), out _));
        Assert.Equal(HostKeyVerdict.Unknown, hosts.Judge("lab4", 2222, new OfferedKey(Key), out _));
    }

    [Fact]
    public void Place_of_the_line_is_told()
    {
        _ = Hosts("# first\nlab3 ssh-ed25519 OTHER").Judge("lab3", 22, new OfferedKey(Key), out var line);

        Assert.Equal("known:2", line?.Place);
    }

    [Fact]
    public void Types_are_those_of_the_host()
    {
        var hosts = Hosts("lab3 ssh-rsa KEY\nlab3 ssh-ed25519 KEY\nlab4 ecdsa-sha2-nistp256 KEY\n@cert-authority lab5 ssh-ed25519 KEY");

        Assert.Equal(["ssh-ed25519", "ssh-rsa"], hosts.TypesOf("lab3", 22).Order(StringComparer.Ordinal));
        Assert.Empty(hosts.TypesOf("lab5", 22));
        Assert.True(hosts.HasAuthorityFor("lab5", 22));
        Assert.False(hosts.HasAuthorityFor("lab3", 22));
    }

    [Fact]
    public void No_text_makes_the_reader_throw() => Gen.String.Sample(static text => _ = Hosts(text).Judge("lab3", 22, new OfferedKey(Key), out _));

    [Fact]
    public void Patterns_agree_with_a_plain_definition() => Gen.Select(Gen.Char["ab*?"].Array[0, 8], Gen.Char["ab"].Array[0, 10]).Sample(static (pattern, text) =>
        Wildcards.Match(pattern, text) == Plain(pattern, text));

    private static bool Plain(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text) => pattern switch
    {
        [] => text.IsEmpty,
        ['*', .. var rest] => Plain(rest, text) || (!text.IsEmpty && Plain(pattern, text[1..])),
        [var first, .. var rest] => !text.IsEmpty && (first == '?' || first == text[0]) && Plain(rest, text[1..]),
    };

    private static KnownHosts Hosts(string text) => new(
    [
        .. text.Replace("KEY", Convert.ToBase64String(Key), StringComparison.Ordinal).Replace("OTHER", Convert.ToBase64String(Other), StringComparison.Ordinal)
            .Split('\n').Select(static (line, index) => KnownHostLine.Parse(line, $"known:{index + 1}")).OfType<KnownHostLine>(),
    ]);
}
