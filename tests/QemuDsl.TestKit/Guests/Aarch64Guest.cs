using System.Buffers.Binary;

namespace QemuDsl.TestKit;

/// <summary>A raw aarch64 image (<c>-kernel</c>) for machine <c>virt</c>, whose PL011 is at 0x09000000.</summary>
internal static class Aarch64Guest
{
    public static GuestImage Create(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<uint> code =
        [
            0x10000101,     // adr x1,text      32 bytes on
            0xD2A12000,     // mov x0,#0x09000000
            0x38401422,     // next: ldrb w2,[x1],#1
            0x34000062,     // cbz w2,done
            0xB9000002,     // str w2,[x0]
            0x17FFFFFD,     // b next
            0xD503207F,     // done: wfi
            0x17FFFFFF,     // b done
        ];
        var image = new byte[(code.Length * sizeof(uint)) + text.Length + 1];
        for (var i = 0; i < code.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(i * sizeof(uint)), code[i]);
        }

        text.CopyTo(image.AsSpan(code.Length * sizeof(uint)));
        return new GuestImage("a64.bin", ["virt"], path => ["-cpu", "cortex-a57", "-kernel", path], image);
    }
}
