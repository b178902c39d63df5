namespace QemuDsl.Switches;

/// <summary>The firmware (<c>-bios</c>).</summary>
[Switch("-bios")]
public sealed partial record Bios
{
    /// <summary>The file, found in QEMU's own directories too.</summary>
    [Verbatim]
    public required string Path { get; init; }
}
