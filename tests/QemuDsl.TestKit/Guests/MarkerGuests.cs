using System.Text;

namespace QemuDsl.TestKit;

/// <summary>The smallest guests that say something on a serial port: they boot in milliseconds under TCG.</summary>
public static class MarkerGuests
{
    private const int DebugExitPort = 0x501;
    private const int PvpanicPort = 0x505;
    private const int AcpiControlPort = 0x604;
    private const int AcpiSoftOff = 0x2000;

    /// <summary>The text every marker guest writes, followed by a line feed.</summary>
    public const string Marker = "QDSL-READY";

    private static ReadOnlySpan<byte> MarkerLine => "QDSL-READY\n"u8;

    /// <summary>Boot sector for <c>pc</c> and <c>q35</c>: marker 0.12 to 0.15 s after exec.</summary>
    public static GuestImage BootSector() => Text("boot.img", MarkerLine);

    /// <summary>Firmware for <c>pc</c>, <c>q35</c> and <c>microvm</c>: marker after 35 ms.</summary>
    public static GuestImage Rom() => RomGuest.Create(MarkerLine);

    /// <summary>PVH kernel for <c>pc</c>, <c>q35</c> and <c>microvm</c>: marker after 33 to 110 ms.</summary>
    public static GuestImage Pvh() => PvhGuest.Create(MarkerLine);

    /// <summary>Raw kernel for aarch64 <c>virt</c>: marker after 50 ms.</summary>
    public static GuestImage Aarch64() => Aarch64Guest.Create(MarkerLine);

    /// <summary>Writes <c>x</c> to COM1 for ever, about 0.5 MB/s under TCG; bytes a reader is too slow for are lost in the UART.</summary>
    public static GuestImage Flood() => FloodGuest.Endless();

    /// <summary>Writes that many <c>x</c> to COM1, waiting for the reader, then the marker: not one byte may be missing.</summary>
    public static GuestImage CountedFlood(int bytes) => FloodGuest.Counted(bytes, MarkerLine);

    /// <summary>Prints the marker, then acknowledges PCI hot unplug for ever (<c>pc</c> only).</summary>
    public static GuestImage Eject() => EjectGuest.Create(MarkerLine);

    /// <summary>Prints a text (UTF-8, up to about 480 bytes) exactly as given on COM1 and halts.</summary>
    public static GuestImage Says(string text) => Text("says.img", Encoding.UTF8.GetBytes(text));

    /// <summary>Prints bytes exactly as given on COM1 and halts.</summary>
    public static GuestImage Says(ReadOnlySpan<byte> text) => Text("says.img", text);

    /// <summary>Prints the marker, then writes to <c>-device isa-debug-exit</c>: QEMU exits with <c>value * 2 + 1</c>.</summary>
    public static GuestImage DebugExit(byte value) =>
        GuestImage.Floppy("exit.img", Printing(MarkerLine).OutByte(DebugExitPort, value).Halt(), "pc", "q35");

    /// <summary>Prints the marker, then reports a panic to <c>-device pvpanic</c>: QMP event GUEST_PANICKED.</summary>
    public static GuestImage Panic() => GuestImage.Floppy("panic.img", Printing(MarkerLine).OutByte(PvpanicPort, 1).Halt(), "pc", "q35");

    /// <summary>Prints the marker, then switches itself off through ACPI: QMP event SHUTDOWN, reason guest-shutdown.</summary>
    public static GuestImage PowerOff() =>
        GuestImage.Floppy("off.img", Printing(MarkerLine).OutWord(AcpiControlPort, AcpiSoftOff).Halt(), "pc", "q35");

    /// <summary>Prints the marker, then faults until the CPU resets: QMP event RESET, or SHUTDOWN, reason guest-reset, with <c>-no-reboot</c>.</summary>
    public static GuestImage TripleFault() => GuestImage.Floppy("fault.img", Printing(MarkerLine).TripleFault(), "pc", "q35");

    private static GuestImage Text(string fileName, ReadOnlySpan<byte> text) =>
        GuestImage.Floppy(fileName, Printing(text).Halt(), "pc", "q35");

    private static RealModeCode Printing(ReadOnlySpan<byte> text) => new RealModeCode().Print(text);
}
