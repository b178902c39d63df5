namespace QemuDsl.Blockdevs;

/// <summary>How an encrypted qcow2 image is opened (<c>encrypt.…</c>).</summary>
[OptionPart]
public sealed partial record Qcow2Encryption
{
    /// <summary>How it is encrypted (<c>format</c>).</summary>
    public required Qcow2EncryptionFormat Format { get; init; }

    /// <summary>The passphrase (<c>key-secret</c>).</summary>
    public required ISecretObject KeySecret { get; init; }
}
