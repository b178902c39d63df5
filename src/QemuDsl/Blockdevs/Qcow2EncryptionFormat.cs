namespace QemuDsl.Blockdevs;

/// <summary>How a qcow2 image is encrypted.</summary>
[OptionEnum]
public enum Qcow2EncryptionFormat
{
    /// <summary>LUKS.</summary>
    Luks,

    /// <summary>The old AES format, which system emulators refuse to write.</summary>
    Aes,
}
