using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A console that never stops: memory stays small, QMP answers, no file grows, and the marker behind the flood is found.</summary>
public sealed class FloodTests
{
    // Over SSH less goes by in the same time.
    private const int Mebibytes = HostUnderTest.IsRemote ? 2 : 8;

    [Fact]
    public async Task Marker_behind_the_flood_of_a_guest_is_found_and_QMP_answers_meanwhile()
    {
        await using var host = new TestHost();

        await FloodAsync(host, MarkerGuests.Marker, host.Boots(MarkerGuests.CountedFlood(Mebibytes << 20)), Mebibytes);
    }

    // The owner is a process of its own: in this one other tests use memory. It has little, or it would take all there is before it collects.
    internal static async Task FloodAsync(TestHost host, string marker, RawCommand command, int mebibytes)
    {
        using var owner = Owner.Start(host, $"flood:{marker}", command, "env", $"DOTNET_GCHeapHardLimit=0x{48 << 20:x}");
        var figures = await owner.ReadFiguresAsync();

        var (answers, waits, memory, heap, console) = (figures["answers"][0], figures["microseconds"], figures["memory"], figures["heap"], figures["console"]);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{answers} answers of QMP: median {waits[0]}, 95 % within {waits[1]}, the slowest {waits[2]} µs; {memory[0]} to at most {memory[1]} KiB of memory, {heap[0]} to {heap[1]} on the heap");
        Assert.True(answers > 10, $"{answers} answers during the flood");
        Assert.InRange(waits[HostUnderTest.IsRemote ? 0 : 1], 0, 50_000);
        Assert.InRange(memory[1] - memory[0], long.MinValue, 64 * 1024);

        // Less than came, besides the mebibyte of who asks: who keeps it all keeps more.
        Assert.InRange(heap[1] - heap[0], long.MinValue, 1024 + Math.Min(512L * mebibytes, 8 * 1024));
        Assert.True(console[0] >= (long)mebibytes << 20, $"{console[0]} bytes came");
        Assert.Equal(4096, console[1]);
        Assert.InRange(figures["file"][0], 0, 8192);
    }
}
