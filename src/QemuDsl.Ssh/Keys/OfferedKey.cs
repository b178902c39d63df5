namespace QemuDsl.Ssh;

/// <summary>The key a host shows.</summary>
/// <param name="Blob">The public key as it goes over the wire.</param>
/// <param name="Authority">The key that signed it, when it is a certificate that is valid for the host now; else null.</param>
internal sealed record OfferedKey(byte[] Blob, byte[]? Authority = null);
