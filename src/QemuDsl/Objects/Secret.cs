namespace QemuDsl.Objects;

/// <summary>A secret that other options refer to (<c>-object secret</c>).</summary>
[QemuObject("secret", IdPrefix = "sec")]
public sealed partial record Secret : ISecretObject
{
    /// <summary>The secret itself; it reaches QEMU in a file of mode 0600, never on the command line (<c>data</c>).</summary>
    [Secret("file")]
    [Conflicts(nameof(File))]
    public string? Data { get; init; }

    /// <summary>File with the secret (<c>file</c>).</summary>
    public string? File { get; init; }

    /// <summary>How it is written (<c>format</c>).</summary>
    public SecretFormat? Format { get; init; }

    /// <summary>The secret it is encrypted with (<c>keyid</c>).</summary>
    public ISecretObject? Keyid { get; init; }

    /// <summary>Initialization vector, in base64 (<c>iv</c>).</summary>
    [Requires(nameof(Keyid))]
    public string? Iv { get; init; }
}
