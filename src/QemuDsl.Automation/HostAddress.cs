using System.Buffers;
using System.Globalization;
using System.Net;
using QemuDsl.Ssh;

namespace QemuDsl.Automation;

/// <summary>Which host VMs run on, as text: <c>local</c>, or <c>ssh://user@lab3:22</c> with user and port left to <c>ssh_config</c> where they are not named.</summary>
public sealed record HostAddress
{
    private const string LocalText = "local";
    private const string SshScheme = "ssh://";
    private const string Remedy = "Write 'local', or ssh://host, ssh://user@host or ssh://user@host:port, where host may be an alias of ssh_config.";

    private static readonly SearchValues<char> Separators = SearchValues.Create(" \t/?#@\\\"'");

    private HostAddress(SshHostOptions? ssh) => Ssh = ssh;

    /// <summary>This machine.</summary>
    public static HostAddress Local { get; } = new(ssh: null);

    /// <summary>How it is reached by SSH; null for this machine.</summary>
    public SshHostOptions? Ssh { get; }

    /// <summary>Reads an address.</summary>
    /// <exception cref="AutomationException">It is none; the message tells the forms there are.</exception>
    public static HostAddress Parse(string text)
    {
        if (string.Equals(text, LocalText, StringComparison.OrdinalIgnoreCase))
        {
            return Local;
        }

        if (!text.StartsWith(SshScheme, StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong(text, "is no address of a host");
        }

        var rest = text[SshScheme.Length..].TrimEnd('/');
        var at = rest.LastIndexOf('@');
        var (host, port) = HostAndPort(rest[(at + 1)..], text);
        return new HostAddress(new SshHostOptions { Host = host, Port = port, User = at < 0 ? null : User(rest[..at]) });
    }

    /// <summary>
    /// The host. One that is reached by SSH connects when it is first used, as <c>ssh(1)</c> would: with the user's <c>ssh_config</c>, keys and known
    /// hosts. It is disposed by whoever opened it (<see cref="IAsyncDisposable"/>).
    /// </summary>
    public IVmHost Open() => Ssh is null ? new LocalHost() : new SshHost(Ssh);

    /// <summary>The address as it is written.</summary>
    public override string ToString()
    {
        if (Ssh is null)
        {
            return LocalText;
        }

        var user = Ssh.User is null ? "" : $"{Ssh.User}@";
        var host = Ssh.Host.Contains(':', StringComparison.Ordinal) ? $"[{Ssh.Host}]" : Ssh.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{SshScheme}{user}{host}{(Ssh.Port is { } port ? $":{port}" : "")}");
    }

    private static string User(string user) => user switch
    {
        // The rest of the text is not shown: it may be a password.
        _ when user.Contains(':', StringComparison.Ordinal) => throw new AutomationException(
            AutomationFailure.HostAddress,
            "A host's address holds a password, which everybody could read. Use a key or an agent, and write ssh://user@host."),
        _ when !IsPlain(user) => throw Wrong(user, "is no user name"),
        _ => user,
    };

    private static (string Host, int? Port) HostAndPort(string text, string whole)
    {
        var bracket = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        var colon = text.IndexOf(':', Math.Max(bracket, 0));
        var host = (colon < 0 ? text : text[..colon]).Trim('[', ']');
        if (!IsPlain(host) || (bracket >= 0 && !IPAddress.TryParse(host, out _)))
        {
            throw Wrong(whole, "names no host");
        }

        return (host, colon < 0 ? null : Port(text[(colon + 1)..], whole));
    }

    private static int Port(string text, string whole) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? port
            : throw Wrong(whole, $"has the port '{Shown.Text(text)}', which is no number from 1 to {IPEndPoint.MaxPort}");

    // A name that begins with a dash would be an option to whoever puts it on a command line.
    private static bool IsPlain(string text) =>
        text.Length > 0 && text[0] != '-' && !text.AsSpan().ContainsAny(Separators) && !text.Any(char.IsControl);

    private static AutomationException Wrong(string text, string problem) =>
        new(AutomationFailure.HostAddress, $"'{Shown.Text(text)}' {problem}. {Remedy}");
}
