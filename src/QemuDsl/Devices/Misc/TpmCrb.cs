namespace QemuDsl.Devices;

/// <summary>A TPM 2.0 with the CRB interface (<c>-device tpm-crb</c>).</summary>
[Device("tpm-crb", Target = Target.X86_64)]
public sealed partial record TpmCrb
{
    /// <summary>The TPM (<c>tpmdev</c>).</summary>
    public required ITpmdev Tpmdev { get; init; }

    /// <summary>Whether there is a physical presence interface (<c>ppi</c>).</summary>
    public bool? Ppi { get; init; }
}
