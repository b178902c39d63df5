using System.Buffers.Binary;

namespace QemuDsl.TestKit;

/// <summary>A 32-bit ELF with a PVH entry note (<c>-kernel</c>): the smallest thing QEMU starts as an x86 kernel.</summary>
internal static class PvhGuest
{
    private const uint Base = 0x100000;
    private const int NoteOffset = 0x74;
    private const int CodeOffset = 0x94;
    private const uint XenElfNotePhys32Entry = 18;

    public static GuestImage Create(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> code =
        [
            0xBE, 0, 0, 0, 0,               // mov esi,text     filled in below
            0x66, 0xBA, 0xF8, 0x03,         // mov dx,3f8
            0xFC,                           // cld
            0xAC,                           // next: lodsb
            0x84, 0xC0,                     // test al,al
            0x74, 0x03,                     // jz done
            0xEE,                           // out dx,al
            0xEB, 0xF8,                     // jmp next
            0xFA, 0xF4, 0xEB, 0xFD,         // done: cli; L: hlt; jmp L
        ];
        var image = new byte[CodeOffset + code.Length + text.Length + 1];
        WriteHeader(image);
        WriteSegments(image);
        WriteNote(image);
        code.CopyTo(image.AsSpan(CodeOffset));
        BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(CodeOffset + 1), Base + CodeOffset + (uint)code.Length);
        text.CopyTo(image.AsSpan(CodeOffset + code.Length));
        return new GuestImage("pvh.elf", ["pc", "q35", "microvm"], path => ["-kernel", path], image);
    }

    private static void WriteHeader(Span<byte> image)
    {
        ReadOnlySpan<byte> ident = [0x7F, (byte)'E', (byte)'L', (byte)'F', 1, 1, 1];    // 32 bit, little endian, version 1
        ident.CopyTo(image);
        WriteWords(image[16..], 0x0003_0002, 1, Base + CodeOffset, 52, 0, 0);           // EXEC for i386; entry; program headers at 52
        WriteWords(image[40..], 0x0020_0034, 2, 0);                                     // header sizes 52 and 32, two segments
    }

    private static void WriteSegments(Span<byte> image)
    {
        var total = (uint)image.Length;
        WriteWords(image[52..], 1, 0, Base, Base, total, total, 5, 0x1000);             // PT_LOAD, the whole file, r-x
        WriteWords(image[84..], 4, NoteOffset, Base + NoteOffset, Base + NoteOffset, 20, 20, 4, 4); // PT_NOTE
    }

    private static void WriteNote(Span<byte> image)
    {
        WriteWords(image[NoteOffset..], 4, 4, XenElfNotePhys32Entry);
        "Xen\0"u8.CopyTo(image[(NoteOffset + 12)..]);
        WriteWords(image[(NoteOffset + 16)..], Base + CodeOffset);
    }

    private static void WriteWords(Span<byte> target, params ReadOnlySpan<uint> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target[(i * sizeof(uint))..], words[i]);
        }
    }
}
