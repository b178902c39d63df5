namespace QemuDsl.Switches;

/// <summary>A VNC server (<c>-vnc</c>).</summary>
[Switch("-vnc", Repeatable = true)]
public sealed partial record Vnc
{
    /// <summary>Where it listens, such as <c>127.0.0.1:1</c> or <c>unix:/run/vnc.sock</c>.</summary>
    [Positional]
    public required string Display { get; init; }

    /// <summary>Id of the display (<c>id</c>).</summary>
    public QemuId? Id { get; init; }

    /// <summary>How many displays are tried when it is taken (<c>to</c>).</summary>
    public uint? To { get; init; }

    /// <summary>Port for WebSockets (<c>websocket</c>).</summary>
    public string? Websocket { get; init; }

    /// <summary>Who may look on (<c>share</c>).</summary>
    public VncShare? Share { get; init; }

    /// <summary>Whether a password set by QMP is asked for (<c>password</c>).</summary>
    public bool? Password { get; init; }

    /// <summary>The password (<c>password-secret</c>).</summary>
    public ISecretObject? PasswordSecret { get; init; }

    /// <summary>Whether pictures may be lossy (<c>lossy</c>).</summary>
    public bool? Lossy { get; init; }

    /// <summary>Whether the encoding is fixed (<c>non-adaptive</c>).</summary>
    public bool? NonAdaptive { get; init; }

    /// <summary>Number of connections (<c>connections</c>).</summary>
    public uint? Connections { get; init; }

    /// <summary>Delay between keys, in milliseconds (<c>key-delay-ms</c>).</summary>
    public uint? KeyDelayMs { get; init; }

    /// <summary>Whether the lock keys follow (<c>lock-key-sync</c>).</summary>
    public bool? LockKeySync { get; init; }

    /// <summary>Whether a viewer can power off and reset (<c>power-control</c>).</summary>
    public bool? PowerControl { get; init; }
}
