namespace QemuDsl.TestKit;

/// <summary>A boot sector that acknowledges every ACPI PCI hot unplug on <c>pc</c>, so that DEVICE_DELETED comes.</summary>
internal static class EjectGuest
{
    // Ports of hw/acpi/pcihp.c: 0xae04 tells the slots that wait for removal, 0xae08 ejects them.
    public static GuestImage Create(ReadOnlySpan<byte> text) => GuestImage.Floppy("eject.img", new RealModeCode().Print(text).Raw(
        0xBA, 0x04, 0xAE,       // L: mov dx,ae04
        0x66, 0xED,             // in eax,dx
        0x66, 0x85, 0xC0,       // test eax,eax
        0x74, 0xF6,             // jz L
        0xBA, 0x08, 0xAE,       // mov dx,ae08
        0x66, 0xEF,             // out dx,eax
        0xEB, 0xEF), "pc");     // jmp L
}
