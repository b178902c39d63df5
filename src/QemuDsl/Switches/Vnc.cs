namespace QemuDsl.Switches;

/// <summary>A display that VNC clients see (<c>-vnc</c>).</summary>
/// <remarks>Without an address of its own it listens on every interface: write <c>127.0.0.1:0</c>, not <c>:0</c>.</remarks>
[Switch("-vnc", Repeatable = true)]
public sealed partial record Vnc
{
    /// <summary>Where it listens: <c>127.0.0.1:0</c> (display 0 is port 5900), <c>unix:PATH</c>, or <c>none</c>.</summary>
    [Positional]
    public required string Address { get; init; }

    /// <summary>How many displays to try upwards (<c>to</c>).</summary>
    [AtLeast(0)]
    public int? To { get; init; }

    /// <summary>Whether QEMU connects to a listening client (<c>reverse</c>).</summary>
    public bool? Reverse { get; init; }

    /// <summary>Port or address for WebSocket clients (<c>websocket</c>).</summary>
    [Key("websocket")]
    public string? WebSocket { get; init; }

    /// <summary>Whether a password is asked for, which is set over QMP (<c>password</c>).</summary>
    public bool? Password { get; init; }

    /// <summary>The password (<c>password-secret</c>).</summary>
    public ISecretObject? PasswordSecret { get; init; }

    /// <summary>Id of the TLS credentials object (<c>tls-creds</c>).</summary>
    public QemuId? TlsCreds { get; init; }

    /// <summary>Id of the object that authorizes TLS clients (<c>tls-authz</c>).</summary>
    public QemuId? TlsAuthz { get; init; }

    /// <summary>Whether SASL is asked for (<c>sasl</c>).</summary>
    public bool? Sasl { get; init; }

    /// <summary>Id of the object that authorizes SASL users (<c>sasl-authz</c>).</summary>
    public QemuId? SaslAuthz { get; init; }

    /// <summary>Whether several clients may look (<c>share</c>).</summary>
    public VncShare? Share { get; init; }

    /// <summary>Most clients at once (<c>connections</c>).</summary>
    [AtLeast(1)]
    public int? Connections { get; init; }

    /// <summary>The video device shown (<c>display</c>).</summary>
    public IDevice? Display { get; init; }

    /// <summary>Which head of it (<c>head</c>).</summary>
    [AtLeast(0)]
    public int? Head { get; init; }

    /// <summary>The audio back end that clients hear (<c>audiodev</c>).</summary>
    public IAudiodev? Audiodev { get; init; }

    /// <summary>Whether lossy encodings are used (<c>lossy</c>).</summary>
    public bool? Lossy { get; init; }

    /// <summary>Whether encodings stay as they are, whatever changes (<c>non-adaptive</c>).</summary>
    public bool? NonAdaptive { get; init; }

    /// <summary>Whether the state of lock keys is kept in step (<c>lock-key-sync</c>).</summary>
    public bool? LockKeySync { get; init; }

    /// <summary>Milliseconds between key events (<c>key-delay-ms</c>).</summary>
    [AtLeast(0)]
    public int? KeyDelayMs { get; init; }

    /// <summary>Whether clients may reset and power off (<c>power-control</c>).</summary>
    public bool? PowerControl { get; init; }

    /// <summary>Whether IPv4 may be used (<c>ipv4</c>).</summary>
    public bool? Ipv4 { get; init; }

    /// <summary>Whether IPv6 may be used (<c>ipv6</c>).</summary>
    public bool? Ipv6 { get; init; }
}
