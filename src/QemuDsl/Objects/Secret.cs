namespace QemuDsl.Objects;

/// <summary>A secret, such as a passphrase (<c>-object secret</c>).</summary>
/// <remarks>Exactly one of <c>data</c> and <c>file</c> is given.</remarks>
[QemuObject("secret", IdPrefix = "secret")]
public sealed partial record Secret : ISecretObject
{
    /// <summary>The secret itself (<c>data</c>); the runtime hands it over in a file, never on the command line.</summary>
    [Secret("file")]
    [Conflicts(nameof(File))]
    public string? Data { get; init; }

    /// <summary>The file that holds it (<c>file</c>).</summary>
    public string? File { get; init; }

    /// <summary>How it is written (<c>format</c>).</summary>
    public SecretFormat? Format { get; init; }

    /// <summary>The key it is encrypted with (<c>keyid</c>).</summary>
    [Key("keyid")]
    [Requires(nameof(Iv))]
    public ISecretObject? KeyId { get; init; }

    /// <summary>Initialization vector of that encryption, in base64 (<c>iv</c>).</summary>
    [Requires(nameof(KeyId))]
    public string? Iv { get; init; }

    static partial void CheckMore(Secret value, Findings findings)
    {
        if (value is { Data: null, File: null })
        {
            findings.Error(FindingIds.Requirement, "data", null, "needs 'data' or 'file'", "Set the secret, or the file that holds it.");
        }
    }
}
