namespace QemuDsl.Devices;

/// <summary>A TPM with the TIS interface (<c>-device tpm-tis</c>).</summary>
[Device("tpm-tis", Bus = Bus.Isa)]
public sealed partial record TpmTis
{
    /// <summary>The TPM (<c>tpmdev</c>).</summary>
    public required ITpmdev Tpmdev { get; init; }

    /// <summary>Interrupt (<c>irq</c>).</summary>
    public uint? Irq { get; init; }

    /// <summary>Whether there is a physical presence interface (<c>ppi</c>).</summary>
    public bool? Ppi { get; init; }
}
