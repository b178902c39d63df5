using System.Buffers.Binary;

namespace QemuDsl.TestKit;

/// <summary>Builds the 16-bit code of a boot sector, which the BIOS enters at 0000:7c00.</summary>
internal sealed class RealModeCode
{
    private const int SectorSize = 512;
    private const ushort BootSignature = 0xAA55;

    private readonly List<byte> _code =
    [
        0x31, 0xC0,         // xor ax,ax
        0x8E, 0xD8,         // mov ds,ax
        0xFC,               // cld
    ];

    /// <summary>Writes bytes to COM1, waiting for the transmitter as a kernel does, so that a slow reader loses none.</summary>
    public RealModeCode Print(ReadOnlySpan<byte> text)
    {
        var (low, high) = Word(text.Length);
        _code.AddRange([0xE8, low, high]);              // call over the text: its address is now on the stack
        _code.AddRange(text);
        _code.AddRange(
        [
            0x5E,                   // pop si
            0xB9, low, high,        // mov cx,length
            0xBA, 0xFD, 0x03,       // next: mov dx,3fd
            0xEC,                   // wait: in al,dx
            0xA8, 0x20,             // test al,20h      transmitter empty?
            0x74, 0xFB,             // jz wait
            0xBA, 0xF8, 0x03,       // mov dx,3f8
            0xAC,                   // lodsb
            0xEE,                   // out dx,al
            0xE2, 0xF1,             // loop next
        ]);
        return this;
    }

    /// <summary>Writes one byte to an I/O port.</summary>
    public RealModeCode OutByte(int port, byte value)
    {
        var (low, high) = Word(port);
        return Raw(0xBA, low, high, 0xB0, value, 0xEE);             // mov dx,port; mov al,value; out dx,al
    }

    /// <summary>Writes a 16-bit word to an I/O port.</summary>
    public RealModeCode OutWord(int port, int value)
    {
        var (portLow, portHigh) = Word(port);
        var (low, high) = Word(value);
        return Raw(0xBA, portLow, portHigh, 0xB8, low, high, 0xEF); // mov dx,port; mov ax,value; out dx,ax
    }

    /// <summary>Stops for good, without burning a host CPU.</summary>
    public RealModeCode Halt() => Raw(0xFA, 0xF4, 0xEB, 0xFD);      // cli; L: hlt; jmp L

    /// <summary>Faults without a handler for faults: the interrupt table, read from the zeros behind the code, is empty.</summary>
    public RealModeCode TripleFault() => Raw(0x0F, 0x01, 0x1E, 0xF0, 0x7D, 0xCC);  // lidt [7df0]; int3

    /// <summary>Appends instructions as they are.</summary>
    public RealModeCode Raw(params ReadOnlySpan<byte> instructions)
    {
        _code.AddRange(instructions);
        return this;
    }

    /// <summary>The finished 512-byte sector.</summary>
    /// <exception cref="ArgumentException">Code and text do not fit into 510 bytes.</exception>
    public byte[] ToBootSector()
    {
        if (_code.Count > SectorSize - sizeof(ushort))
        {
            throw new ArgumentException($"A boot sector holds 510 bytes of code and text; this one needs {_code.Count}.");
        }

        var sector = new byte[SectorSize];
        _code.CopyTo(sector);
        BinaryPrimitives.WriteUInt16LittleEndian(sector.AsSpan(SectorSize - sizeof(ushort)), BootSignature);
        return sector;
    }

    private static (byte Low, byte High) Word(int value) => ((byte)value, (byte)(value >> 8));
}
