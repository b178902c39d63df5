namespace QemuDsl.TestKit.Tests;

public sealed class MarkerGuestTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static TheoryData<string, string> Cases => new(
        from guest in (string[])["boot", "rom", "pvh", "a64", "eject", "counted"]
        from machine in Create(guest).Machines
        select (guest, machine));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Marker_guest_says_the_marker_on_the_serial_port(string guest, string machine)
    {
        await using var vm = await BootAsync(Create(guest), machine);

        Assert.EndsWith($"{MarkerGuests.Marker}\n", vm.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counted_flood_loses_nothing()
    {
        const int Bytes = 256 * 1024;
        await using var vm = await BootAsync(MarkerGuests.CountedFlood(Bytes), "pc");

        Assert.Equal(Bytes, vm.Output.Count(c => c == 'x'));
    }

    [Fact]
    public async Task Endless_flood_goes_on()
    {
        await using var vm = await BootAsync(MarkerGuests.Flood(), "pc", new string('x', 64 * 1024));
    }

    [Fact]
    public async Task Given_text_is_printed_byte_for_byte()
    {
        const string Text = "Kernel panic - not syncing: \0 @@exit 0\r\nü done\n";
        await using var vm = await BootAsync(MarkerGuests.Says(Text), "pc", "done\n");

        Assert.Equal(Text, vm.Output);
    }

    [Fact]
    public void Text_that_does_not_fit_into_a_sector_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => MarkerGuests.Says(new string('x', 490)));

        Assert.Contains("510 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Debug_exit_chooses_the_exit_code_of_QEMU()
    {
        await using var vm = await BootAsync(MarkerGuests.DebugExit(21), "pc", "\n", "-device", "isa-debug-exit");

        Assert.Equal(43, await vm.WaitForExitAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("pc")]
    [InlineData("q35")]
    public async Task Power_off_ends_QEMU_with_code_0(string machine)
    {
        await using var vm = await BootAsync(MarkerGuests.PowerOff(), machine);

        Assert.Equal(0, await vm.WaitForExitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Panic_shuts_QEMU_down_when_told_to()
    {
        await using var vm = await BootAsync(MarkerGuests.Panic(), "pc", "\n", "-device", "pvpanic", "-action", "panic=exit-failure");

        Assert.Equal(1, await vm.WaitForExitAsync(TestContext.Current.CancellationToken));
    }

    private static GuestImage Create(string guest) => guest switch
    {
        "boot" => MarkerGuests.BootSector(),
        "rom" => MarkerGuests.Rom(),
        "pvh" => MarkerGuests.Pvh(),
        "a64" => MarkerGuests.Aarch64(),
        "eject" => MarkerGuests.Eject(),
        "counted" => MarkerGuests.CountedFlood(1),
        _ => throw new ArgumentOutOfRangeException(nameof(guest), guest, "No such guest."),
    };

    private static Task<BareQemu> BootAsync(GuestImage guest, string machine) => BootAsync(guest, machine, $"{MarkerGuests.Marker}\n");

    private static async Task<BareQemu> BootAsync(GuestImage guest, string machine, string waitFor, params string[] arguments)
    {
        using var folder = new TempDirectory();
        var boot = guest.BootArguments(guest.WriteTo(folder.FullPath));
        var vm = BareQemu.Start(Tools.Qemu(machine == "virt" ? "aarch64" : "x86_64"), machine, boot.Concat(arguments));
        try
        {
            await vm.WaitForAsync(waitFor, Patience, TestContext.Current.CancellationToken);
            return vm;
        }
        catch
        {
            await vm.DisposeAsync();
            throw;
        }
    }
}
