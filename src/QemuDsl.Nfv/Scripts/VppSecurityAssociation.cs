using System.Globalization;

namespace QemuDsl.Nfv;

/// <summary>One direction of an IPsec tunnel.</summary>
/// <param name="Id">VPP's number of it, each once.</param>
/// <param name="Spi">The number that its packets carry.</param>
/// <param name="Cipher">How they are encrypted.</param>
/// <param name="Key">The key, of 128, 192 or 256 bits as the cipher has it.</param>
public sealed record VppSecurityAssociation(uint Id, uint Spi, VppCipher Cipher, ReadOnlyMemory<byte> Key)
{
    private (string Name, int Bytes) Form() => Cipher switch
    {
        VppCipher.AesGcm128 => ("aes-gcm-128", 16),
        VppCipher.AesGcm192 => ("aes-gcm-192", 24),
        VppCipher.AesGcm256 => ("aes-gcm-256", 32),
        _ => throw new ArgumentOutOfRangeException(nameof(Cipher), Cipher, "This cipher is not known here."),
    };

    /// <summary>What it is, without the key.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}, SPI {Spi}, {Form().Name}");

    internal string ToCommand()
    {
        var (name, bytes) = Form();
        return Key.Length == bytes
            ? string.Create(CultureInfo.InvariantCulture, $"ipsec sa add {Id} spi {Spi} esp crypto-alg {name} crypto-key {Convert.ToHexStringLower(Key.Span)}\n")
            : throw new ArgumentException($"The key of security association {Id} has {Key.Length} bytes, and {name} takes {bytes}.");
    }
}
