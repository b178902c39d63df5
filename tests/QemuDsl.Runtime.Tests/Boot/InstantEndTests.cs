namespace QemuDsl.Runtime.Tests;

/// <summary>A guest whose first instruction resets the machine: what it causes is over before anybody could begin to wait.</summary>
public sealed class InstantEndTests
{
    private static readonly VmOptions UntilShutdown = new() { ReadyWhen = Boot.UntilQmpEvent("SHUTDOWN") };

    [Fact]
    public async Task Reset_by_the_first_instruction_is_seen()
    {
        await using var host = new TestHost();

        await using var vm = await host.StartAsync(Resets(host), new VmOptions { ReadyWhen = Boot.UntilQmpEvent("RESET") });

        Assert.False(vm.Exited.IsCompleted);
    }

    [Fact]
    public async Task Shutdown_by_the_first_instruction_is_seen_although_QEMU_is_gone_then()
    {
        await using var host = new TestHost();

        await using var vm = await host.StartAsync(Resets(host, "-no-reboot"), UntilShutdown);

        Assert.Equal(new VmExit(0, VmExitReason.Ended) { Cause = VmExitCause.GuestReset }, await vm.Exited);
    }

    [Fact]
    public async Task Shutdown_that_comes_in_place_of_an_answer_is_what_was_waited_for()
    {
        await using var host = new TestHost();

        await using var vm = await host.StartAsync(TestHost.Fake("shuts-down-at-cont"), UntilShutdown);

        Assert.Equal(new VmExit(0, VmExitReason.Ended) { Cause = VmExitCause.GuestShutdown }, await vm.Exited);
    }

    [Fact]
    public async Task Shutdown_nobody_wanted_is_why_the_guest_did_not_boot()
    {
        await using var host = new TestHost();
        var options = new VmOptions { ReadyWhen = Boot.UntilSerial("login:"), BootTimeout = TimeSpan.FromHours(1) };

        var failure = await Assert.ThrowsAsync<BootException>(() => host.StartAsync(Resets(host, "-no-reboot"), options));

        Assert.Equal(BootFailure.GuestFailed, failure.Failure);
        Assert.Contains("QEMU sent SHUTDOWN", failure.Message, StringComparison.Ordinal);
    }

    private static RawCommand Resets(TestHost host, params string[] more)
    {
        // 64 KiB of firmware whose reset vector sets bit 0 of port 92h.
        var rom = new byte[64 * 1024];
        new byte[] { 0xB0, 0x01, 0xE6, 0x92, 0xF4 }.CopyTo(rom, rom.Length - 16);
        var path = host.File("reset.rom");
        File.WriteAllBytes(path, rom);
        return TestHost.Empty(["-bios", path, .. more]);
    }
}
