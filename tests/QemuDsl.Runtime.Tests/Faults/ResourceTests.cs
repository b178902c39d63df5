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

    // Over SSH it is to connect with none.
    [Fact]
    public async Task Owner_without_descriptors_is_told_so_and_starts_again_when_there_are_some()
    {
        await using var host = new TestHost();
        using var owner = Owner.Start(
            host, HostUnderTest.IsRemote ? "starve" : "exhaust", host.Boots(MarkerGuests.BootSector()), "/bin/sh", "-c", "ulimit -n 200; exec \"$@\"", "sh");

        var lines = (await owner.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("again running", lines[^1]);
        Assert.InRange(lines.Length, HostUnderTest.IsRemote ? 2 : 6, int.MaxValue);
        Assert.All(lines[..^1], static line => Assert.Contains("Too many open files", line, StringComparison.Ordinal));
        await host.NothingIsLeftAsync();
    }
}
