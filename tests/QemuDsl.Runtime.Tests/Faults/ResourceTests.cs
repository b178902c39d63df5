using System.Diagnostics;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>What runs out under a VM: memory that was promised, descriptors of its owner.</summary>
public sealed class ResourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // As with a full /dev/shm or huge pages that are gone: QEMU starts, and the guest's first touch is SIGBUS.
    [Fact]
    public async Task Memory_that_is_not_there_is_told_from_a_kill()
    {
        await using var host = new TestHost();
        var disk = host.File("memory");
        await using var mounted = await SmallDisk.MountAsync(disk);
        var command = host.Boots(
            MarkerGuests.BootSector(), "pc", "-object", $"memory-backend-file,id=m,mem-path={disk},size=128M,share=on", "-machine", "memory-backend=m");

        var failure = await Assert.ThrowsAsync<BootException>(
            () => host.StartAsync(command, new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) }));

        Assert.Equal(BootFailure.Exited, failure.Failure);
        Assert.Contains("SIGBUS", failure.Message, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Owner_without_descriptors_fails_and_leaves_nothing()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.BootSector());
        var holder = Path.Combine(AppContext.BaseDirectory, "LeaseHolder");
        using var owner = Process.Start(new ProcessStartInfo(
            "/bin/sh", ["-c", "ulimit -n 100; exec \"$@\"", "sh", holder, host.RunRoot, "60", command.Program, .. command.Arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;

        var errors = await owner.StandardError.ReadToEndAsync(Token);
        await owner.WaitForExitAsync(Token);

        Assert.NotEqual(0, owner.ExitCode);
        Assert.Contains("Too many open files", errors, StringComparison.Ordinal);
        await host.NothingIsLeftAsync();
    }
}
