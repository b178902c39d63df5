namespace QemuDsl.Tpmdevs;

/// <summary>A TPM emulated by <c>swtpm</c> (<c>-tpmdev emulator</c>).</summary>
[Tpmdev("emulator")]
public sealed partial record EmulatorTpmdev
{
    /// <summary>The control socket of swtpm (<c>chardev</c>).</summary>
    public required IChardev Chardev { get; init; }
}
