namespace QemuDsl.Tpmdevs;

/// <summary>A TPM that swtpm emulates (<c>-tpmdev emulator</c>).</summary>
[Tpmdev("emulator")]
public sealed partial record EmulatorTpmdev
{
    /// <summary>Control socket of swtpm (<c>chardev</c>).</summary>
    public required Chardevs.SocketChardev Chardev { get; init; }
}
