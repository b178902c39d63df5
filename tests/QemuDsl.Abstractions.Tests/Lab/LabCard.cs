namespace QemuDsl.Abstractions.Tests;

/// <summary>A network card.</summary>
[Device("lab-card", Bus = Bus.Pci)]
public sealed partial record LabCard
{
    /// <summary>Its back end.</summary>
    public required INetdev Netdev { get; init; }
}
