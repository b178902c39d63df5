namespace QemuDsl.Nfv;

/// <summary>How the packets of an IPsec tunnel are encrypted. All of these are authenticated as well.</summary>
public enum VppCipher
{
    /// <summary>AES in Galois/Counter Mode, with a key of 128 bits (<c>aes-gcm-128</c>).</summary>
    AesGcm128,

    /// <summary>AES in Galois/Counter Mode, with a key of 192 bits (<c>aes-gcm-192</c>).</summary>
    AesGcm192,

    /// <summary>AES in Galois/Counter Mode, with a key of 256 bits (<c>aes-gcm-256</c>).</summary>
    AesGcm256,
}
