namespace QemuDsl.MSBuild.Tests;

/// <summary>Items of VMs that boot a marker guest.</summary>
internal static class Guests
{
    /// <summary>An item with the profile of these tests.</summary>
    public static string Profile(BuildFolder folder, string name = "db", string more = "") =>
        $"""    <QemuVm Include="{name}" Profile="Booted" ProfileAssembly="{typeof(Booted).Assembly.Location}" Image="{Image(folder)}" Lifetime="5m" {more} />""";

    /// <summary>An item with a file of arguments.</summary>
    public static string Arguments(BuildFolder folder, string name = "db", string more = "", GuestImage? guest = null)
    {
        guest ??= MarkerGuests.BootSector();
        string[] lines =
        [
            Tools.Qemu("x86_64"), "-machine", "pc", "-accel", "tcg", "-nodefaults", "-no-user-config", "-display", "none",
            .. guest.BootArguments(guest.WriteTo(folder.FullPath)),
        ];
        folder.Write($"{name}.args", string.Join('\n', lines));
        return $"""    <QemuVm Include="{name}" Arguments="{name}.args" ReadyWhen="serial:{MarkerGuests.Marker}" Lifetime="5m" {more} />""";
    }

    private static string Image(BuildFolder folder)
    {
        Tools.Qemu("x86_64");
        return MarkerGuests.BootSector().WriteTo(folder.FullPath);
    }
}
