using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace QemuDsl.Ssh;

/// <summary>How a host is reached. What is null comes from the user's <c>ssh_config</c>, then from OpenSSH's defaults.</summary>
public sealed record SshHostOptions
{
    /// <summary>The host, or its alias in <c>ssh_config</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The port; 22 in OpenSSH.</summary>
    public int? Port { get; init; }

    /// <summary>The user; this program's own name in OpenSSH.</summary>
    public string? User { get; init; }

    /// <summary>Files with private keys; <c>~/.ssh/id_ed25519</c>, <c>id_ecdsa</c> and <c>id_rsa</c> in OpenSSH.</summary>
    /// <remarks>A certificate beside a key (<c>KEY-cert.pub</c>) is offered, too.</remarks>
    public IReadOnlyList<string>? IdentityFiles { get; init; }

    /// <summary>What encrypted key files are encrypted with.</summary>
    public string? Passphrase { get; init; }

    /// <summary>The user's password.</summary>
    public string? Password { get; init; }

    /// <summary>Whether an agent is asked, when there is one.</summary>
    public bool UseAgent { get; init; } = true;

    /// <summary>The agent's socket; <c>SSH_AUTH_SOCK</c> when null.</summary>
    public string? AgentSocket { get; init; }

    /// <summary>Files of known hosts; <c>~/.ssh/known_hosts</c> and <c>/etc/ssh/ssh_known_hosts</c> in OpenSSH.</summary>
    public IReadOnlyList<string>? KnownHostsFiles { get; init; }

    /// <summary>Hosts to go through, first one first, each with what it is logged in to with; <c>ProxyJump</c> of the configuration when null.</summary>
    public IReadOnlyList<SshHostOptions>? Jumps { get; init; }

    /// <summary>What happens when the host's key is not known.</summary>
    public HostKeyPolicy HostKeyPolicy { get; init; } = HostKeyPolicy.Strict;

    /// <summary>The configuration to read; <c>~/.ssh/config</c> when null, none when empty.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Whether everything there runs through <c>sudo -n</c>, which never asks for a password.</summary>
    public bool Sudo { get; init; }

    /// <summary>Where run directories are made there; as for <c>LocalHost</c> when null.</summary>
    public string? RunRoot { get; init; }

    /// <summary>How long connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a connection is asked whether the host still answers, and how long an answer may take.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Where VMs started there log.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>Clock for deadlines.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Without password and passphrase.</summary>
    public override string ToString() => $"{nameof(SshHostOptions)} {{ Host = {Host}, Port = {Port}, User = {User} }}";
}
