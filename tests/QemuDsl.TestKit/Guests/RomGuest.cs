namespace QemuDsl.TestKit;

/// <summary>A 64 KiB firmware image (<c>-bios</c>) that prints from the reset vector on: no BIOS, no disk.</summary>
internal static class RomGuest
{
    private const int Size = 64 * 1024;
    private const int TextOffset = 0x100;
    private const int ResetVector = 0xFFF0;

    public static GuestImage Create(ReadOnlySpan<byte> text)
    {
        var image = new byte[Size];
        image.AsSpan().Fill(0xFF);
        ReadOnlySpan<byte> code =
        [
            0xFC,                       // cld
            0xBE, 0x00, 0x01,           // mov si,100h
            0xBA, 0xF8, 0x03,           // mov dx,3f8
            0x2E, 0xAC,                 // next: cs lodsb   the ROM is only visible through CS
            0x84, 0xC0,                 // test al,al
            0x74, 0x03,                 // jz done
            0xEE,                       // out dx,al
            0xEB, 0xF7,                 // jmp next
            0xFA, 0xF4, 0xEB, 0xFD,     // done: cli; L: hlt; jmp L
        ];
        code.CopyTo(image);
        text.CopyTo(image.AsSpan(TextOffset));
        image[TextOffset + text.Length] = 0;
        ReadOnlySpan<byte> jump = [0xEA, 0x00, 0x00, 0x00, 0xF0];   // jmp f000:0000
        jump.CopyTo(image.AsSpan(ResetVector));
        return new GuestImage("rom.bin", ["pc", "q35", "microvm"], path => ["-bios", path], image);
    }
}
