using System.Buffers.Binary;

namespace QemuDsl.TestKit;

/// <summary>Boot sectors that write to COM1 as fast as they can.</summary>
internal static class FloodGuest
{
    /// <summary>For ever, and without looking whether the UART took the last byte.</summary>
    public static GuestImage Endless() => GuestImage.Floppy("flood.img", new RealModeCode().Raw(
        0xBA, 0xF8, 0x03,       // mov dx,3f8
        0xB0, (byte)'x',        // mov al,'x'
        0xEE,                   // L: out dx,al
        0xEB, 0xFD), "pc", "q35");  // jmp L

    /// <summary>A counted number of bytes, each only when the UART is ready, and then the text.</summary>
    public static GuestImage Counted(int bytes, ReadOnlySpan<byte> text)
    {
        Span<byte> count = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(count, bytes);
        var code = new RealModeCode().Raw(
            0x66, 0xB9, count[0], count[1], count[2], count[3],     // mov ecx,bytes
            0xBA, 0xFD, 0x03,       // next: mov dx,3fd
            0xEC,                   // wait: in al,dx
            0xA8, 0x20,             // test al,20h
            0x74, 0xFB,             // jz wait
            0xBA, 0xF8, 0x03,       // mov dx,3f8
            0xB0, (byte)'x',        // mov al,'x'
            0xEE,                   // out dx,al
            0x66, 0x49,             // dec ecx
            0x75, 0xEE);            // jnz next
        return GuestImage.Floppy("counted.img", code.Print(text).Halt(), "pc", "q35");
    }
}
