using QemuDsl.TestKit;

namespace QemuDsl.Tool.Tests;

/// <summary>QEMU command lines that boot a marker guest.</summary>
internal static class Guest
{
    public static IReadOnlyList<string> Command(GuestImage guest, TempDirectory folder) =>
    [
        Tools.Qemu("x86_64"), "-machine", "pc", "-accel", "tcg", "-nodefaults", "-no-user-config", "-display", "none",
        .. guest.BootArguments(guest.WriteTo(folder.FullPath)),
    ];
}
