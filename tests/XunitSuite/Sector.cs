using QemuDsl.Machines;

namespace XunitSuite;

/// <summary>A guest of one sector that says when it is there.</summary>
[VmProfile<Pc>(ReadySerial = "QDSL-READY")]
public sealed partial record Sector
{
    /// <summary>The program that runs it.</summary>
    public string Program { get; init; } = "qemu-system-x86_64";

    /// <summary>The guest's image.</summary>
    public string Image { get; init; } = Given.File("SUITE_SECTOR");

    partial void Configure(ref QemuCommand<Pc> command) => command = command
        .WithProgram(Program).AddRaw("-accel", "tcg", "-drive", $"if=floppy,format=raw,readonly=on,file={Image}");
}
