namespace QemuDsl.MSBuild.Tests;

/// <summary>A profile that boots a guest from a floppy.</summary>
[VmProfile<Pc>(ReadySerial = MarkerGuests.Marker)]
public sealed partial record Booted
{
    /// <summary>The guest's image.</summary>
    public required string Image { get; init; }

    /// <summary>What QEMU calls the VM; a number is a text here.</summary>
    public string Title { get; init; } = "untitled";

    /// <summary>Memory of the guest.</summary>
    public ByteSize Memory { get; init; } = "64M";

    /// <summary>A number.</summary>
    public int Cpus { get; init; } = 1;

    partial void Configure(ref QemuCommand<Pc> command) => command = command
        .WithName(Title).WithMemory(Memory).WithCpus(Cpus)
        .AddRaw("-accel", "tcg", "-drive", $"if=floppy,format=raw,readonly=on,file={Image}");
}
