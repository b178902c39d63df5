using QemuDsl.Machines;

namespace XunitSuite;

/// <summary>A Linux with a shell on its console and a disk that holds snapshots.</summary>
[VmProfile<Pc>(ReadySerial = "tiny-linux ready")]
public sealed partial record Linux
{
    /// <summary>The disk.</summary>
    public string Disk { get; init; } = Given.File("SUITE_DISK");

    partial void Configure(ref QemuCommand<Pc> command) => command = command
        .WithMemory("256M").WithTcg().WithKernel(Given.File("SUITE_KERNEL"), Given.File("SUITE_INITRD"), "console=ttyS0 quiet")
        .AddRaw("-drive", $"if=virtio,format=qcow2,file={Disk}", "-cpu", "max");
}
