namespace QemuDsl.Switches;

/// <summary>A device on the board as SMBIOS tells it (<c>-smbios type=41</c>).</summary>
[Switch("-smbios", "type=41", Repeatable = true)]
public sealed partial record SmbiosOnboardDevice
{
    /// <summary>Its name (<c>designation</c>).</summary>
    public string? Designation { get; init; }

    /// <summary>Its kind, such as <c>ethernet</c> or <c>video</c> (<c>kind</c>).</summary>
    public string? Kind { get; init; }

    /// <summary>Number among devices of its kind (<c>instance</c>).</summary>
    [Range(0, 255)]
    public int? Instance { get; init; }

    /// <summary>The device (<c>pcidev</c>).</summary>
    [Key("pcidev")]
    public IPciSlotDevice? PciDev { get; init; }
}
