using System.Globalization;
using System.Text;

namespace QemuDsl.Runtime;

/// <summary>The smallest guest that shows that its code runs: it writes a line to its serial port and switches the machine off.</summary>
/// <param name="Image">Its bytes.</param>
/// <param name="Arguments">What makes QEMU boot it from a file <c>guest</c>.</param>
internal sealed record ProbeGuest(byte[] Image, IReadOnlyList<string> Arguments)
{
    /// <summary>What it writes.</summary>
    public const string Line = "QDSL-RUNS";

    private const int SectorSize = 512;

    /// <summary>The guest of an architecture; null where there is none.</summary>
    public static ProbeGuest? For(string target) => target switch
    {
        "x86_64" or "i386" => new ProbeGuest(
            BootSector(),
            ["-machine", "pc", "-device", "isa-debug-exit,iobase=0x501", "-drive", "if=floppy,format=raw,readonly=on,file=guest"]),
        "aarch64" => new ProbeGuest(Aarch64Kernel(), ["-machine", "virt,gic-version=max", "-kernel", "guest"]),
        _ => null,
    };

    /// <summary>The image as printf's octal escapes.</summary>
    public string Escaped()
    {
        var text = new StringBuilder(Image.Length * 4);
        foreach (var value in Image)
        {
            text.Append('\\').Append(Convert.ToString(value, 8).PadLeft(3, '0'));
        }

        return text.ToString();
    }

    // Entered by the BIOS at 0000:7c00 in real mode.
    private static byte[] BootSector()
    {
        var line = Encoding.ASCII.GetBytes(Line + "\n");
        var length = (byte)line.Length;
        byte[] code =
        [
            0x31, 0xC0,                     // xor ax,ax
            0x8E, 0xD8,                     // mov ds,ax
            0xFC,                           // cld
            0xE8, length, 0x00,             // call over the text: its address is now on the stack
            .. line,
            0x5E,                           // pop si
            0xB9, length, 0x00,             // mov cx,length
            0xBA, 0xFD, 0x03,               // next: mov dx,3fd
            0xEC,                           // wait: in al,dx
            0xA8, 0x20,                     // test al,20h      transmitter empty?
            0x74, 0xFB,                     // jz wait
            0xBA, 0xF8, 0x03,               // mov dx,3f8
            0xAC,                           // lodsb
            0xEE,                           // out dx,al
            0xE2, 0xF1,                     // loop next
            0xBA, 0x01, 0x05,               // mov dx,501       isa-debug-exit
            0xEE,                           // out dx,al
            0xFA, 0xF4, 0xEB, 0xFD,         // cli; L: hlt; jmp L
        ];
        var sector = new byte[SectorSize];
        code.CopyTo(sector, 0);
        sector[^2] = 0x55;
        sector[^1] = 0xAA;
        return sector;
    }

    // A raw image, which QEMU enters at its first byte; the PL011 of virt is at 0x09000000.
    private static byte[] Aarch64Kernel()
    {
        uint[] code =
        [
            0x10000141,     // adr x1,text      40 bytes on
            0xD2A12000,     // mov x0,#0x09000000
            0x38401422,     // next: ldrb w2,[x1],#1
            0x34000062,     // cbz w2,off
            0xB9000002,     // str w2,[x0]
            0x17FFFFFD,     // b next
            0x52B08000,     // off: mov w0,#0x84000000
            0x72800100,     // movk w0,#8       PSCI SYSTEM_OFF
            0xD4000002,     // hvc #0
            0x14000000,     // b .
        ];
        return [.. code.SelectMany(BitConverter.GetBytes), .. Encoding.ASCII.GetBytes(Line + "\n\0")];
    }
}
