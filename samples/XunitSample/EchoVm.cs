using QemuDsl;
using QemuDsl.Devices;
using QemuDsl.Machines;

namespace XunitSample;

/// <summary>A guest of one sector: it says hello on its serial port and then repeats what is typed there.</summary>
[VmProfile<Pc>(ReadySerial = "hello")]
public sealed partial record EchoVm
{
    /// <summary>What it boots from.</summary>
    public required IdeHd Disk { get; init; }

    /// <summary>Memory of the guest.</summary>
    public ByteSize Memory { get; init; } = 32.MiB();

    partial void Configure(ref QemuCommand<Pc> command) => command = command.WithMemory(Memory).WithTcg();

    /// <summary>Makes the disk's image.</summary>
    public static void WriteImage(string path)
    {
        var sector = new byte[512];
        // Segments to 0, each character of the text to port 3F8h; then, at every tick of the clock, whatever has come in goes out again.
        Convert.FromHexString("31C08ED8BE237CBAF803AC84C07403EEEBF8FBF4BAFD03ECA80174F6BAF803ECEEEBF1").CopyTo(sector, 0);
        "hello\r\n"u8.CopyTo(sector.AsSpan(0x23));
        (sector[510], sector[511]) = (0x55, 0xAA);
        File.WriteAllBytes(path, sector);
    }
}
