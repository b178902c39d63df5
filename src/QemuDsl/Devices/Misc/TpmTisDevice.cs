namespace QemuDsl.Devices;

/// <summary>A TPM with the TIS interface, for <c>virt</c> (<c>-device tpm-tis-device</c>).</summary>
[Device("tpm-tis-device", Target = Target.Aarch64)]
public sealed partial record TpmTisDevice
{
    /// <summary>The TPM (<c>tpmdev</c>).</summary>
    public required ITpmdev Tpmdev { get; init; }
}
