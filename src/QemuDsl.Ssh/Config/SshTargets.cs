using System.Globalization;

namespace QemuDsl.Ssh;

/// <summary>Brings options, configuration and defaults together.</summary>
internal static class SshTargets
{
    private static readonly string[] DefaultKeys = ["id_ed25519", "id_ecdsa", "id_rsa"];

    private static readonly char[] Blanks = [' ', '\t'];

    public static SshTarget Of(SshHostOptions options)
    {
        var config = options.ConfigFile is { Length: 0 } ? SshConfig.Parse([]) : SshConfig.Read(options.ConfigFile ?? InHome("config"));
        var alias = options.Host;
        var user = options.User ?? config.First(alias, "User") ?? Environment.UserName;
        var host = Expand(config.First(alias, "HostName") ?? alias, alias, user, alias);
        return new SshTarget(
            host,
            options.Port ?? Port(config.First(alias, "Port"), alias),
            user,
            options.IdentityFiles ?? Files(config.All(alias, "IdentityFile"), alias, user, host) ?? [.. DefaultKeys.Select(InHome)],
            options.KnownHostsFiles ?? KnownHosts(config, alias, user, host),
            Jumps(config.First(alias, "ProxyJump")));
    }

    /// <summary>
    /// The hosts to go through, first one first. As with <c>ssh(1)</c> the first one's own <c>ProxyJump</c> is followed, too; those behind it are
    /// reached through the one before.
    /// </summary>
    /// <exception cref="HostException">The way goes in a circle.</exception>
    public static IReadOnlyList<SshHostOptions> Route(SshHostOptions options) => Route(options, [Name(options)]);

    /// <summary>
    /// Options for a host to go through: its name says where, and the configuration as whom and with what. Password, passphrase and keys of the
    /// target are none of its business.
    /// </summary>
    public static SshHostOptions Jump(SshHostOptions options, string jump)
    {
        var at = jump.LastIndexOf('@');
        var rest = jump[(at + 1)..];
        var colon = rest.LastIndexOf(':');
        var hasPort = colon > 0 && !rest.EndsWith(']');
        return options with
        {
            Host = (hasPort ? rest[..colon] : rest).Trim('[', ']'),
            Port = hasPort ? Port(rest[(colon + 1)..], jump) : null,
            User = at > 0 ? jump[..at] : null,
            IdentityFiles = null,
            Passphrase = null,
            Password = null,
            Jumps = null,
        };
    }

    private static List<SshHostOptions> Route(SshHostOptions options, List<string> names)
    {
        var jumps = options.Jumps ?? [.. Of(options).Jumps.Select(jump => Jump(options, jump))];
        if (jumps.Count == 0)
        {
            return [];
        }

        var name = Name(jumps[0]);
        if (names.Contains(name))
        {
            throw new HostException(
                options.Host, $"the way there goes in a circle: {string.Join(" through ", names)} through {name}. Give the gate a ProxyJump none in ssh_config.");
        }

        return [.. Route(jumps[0], [.. names, name]), .. jumps];
    }

    private static string Name(SshHostOptions options)
    {
        var target = Of(options);
        return string.Create(CultureInfo.InvariantCulture, $"{target.User}@{target.Host}:{target.Port}");
    }

    private static List<string> KnownHosts(SshConfig config, string alias, string user, string host) =>
    [
        .. Files(config.First(alias, "UserKnownHostsFile")?.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) ?? [], alias, user, host) ?? [InHome("known_hosts")],
        .. config.First(alias, "GlobalKnownHostsFile")?.Split(Blanks, StringSplitOptions.RemoveEmptyEntries) ?? ["/etc/ssh/ssh_known_hosts"],
    ];

    private static List<string>? Files(IEnumerable<string> names, string alias, string user, string host)
    {
        var files = names.Select(name => ConfigWords.Home(Expand(name, alias, user, host))).ToList();
        return files.Count == 0 ? null : files;
    }

    private static string[] Jumps(string? value) =>
        value is null || value.Equals("none", StringComparison.OrdinalIgnoreCase) ? [] : value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int Port(string? value, string host) => value is null ? 22
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65_536 ? port
        : throw new HostException(host, $"'{value}' is no port. Write a number from 1 to 65535 in ssh_config.");

    // The tokens that paths and names have in practice (ssh_config(5), TOKENS).
    private static string Expand(string text, string alias, string user, string host) => text
        .Replace("%%", "\0", StringComparison.Ordinal)
        .Replace("%h", host, StringComparison.Ordinal)
        .Replace("%n", alias, StringComparison.Ordinal)
        .Replace("%r", user, StringComparison.Ordinal)
        .Replace("%u", Environment.UserName, StringComparison.Ordinal)
        .Replace("%d", Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), StringComparison.Ordinal)
        .Replace('\0', '%');

    private static string InHome(string file) => ConfigWords.Home($"~/.ssh/{file}");
}
