namespace QemuDsl.Ssh;

/// <summary>Where to connect to and as whom, after the configuration was asked.</summary>
/// <param name="Host">The host's real name.</param>
/// <param name="Port">The port.</param>
/// <param name="User">The user.</param>
/// <param name="IdentityFiles">Files with private keys.</param>
/// <param name="KnownHostsFiles">Files of known hosts.</param>
/// <param name="Jumps">Hosts to go through, first one first, as <c>[user@]host[:port]</c>.</param>
internal sealed record SshTarget(
    string Host, int Port, string User, IReadOnlyList<string> IdentityFiles, IReadOnlyList<string> KnownHostsFiles, IReadOnlyList<string> Jumps);
