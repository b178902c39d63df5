using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A start that is given up, at whatever point, leaves nothing behind.</summary>
public sealed class CancellationTests
{
    public static TheoryData<BootPhase> Phases => [.. Enum.GetValues<BootPhase>().Where(static phase => phase != BootPhase.Booted)];

    [Theory]
    [MemberData(nameof(Phases))]
    public async Task Start_cancelled_in_any_phase_leaves_nothing(BootPhase phase)
    {
        await using var host = new TestHost();
        using var giveUp = new CancellationTokenSource();
        var options = new VmOptions { ReadyWhen = Boot.UntilSerial("never"), Progress = new CancelAt(phase, giveUp) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Host.StartAsync(host.Boots(MarkerGuests.BootSector()), options, giveUp.Token));

        await host.NothingIsLeftAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    public async Task Start_cancelled_after_any_time_leaves_nothing(int milliseconds)
    {
        await using var host = new TestHost();
        using var giveUp = new CancellationTokenSource(milliseconds);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => host.Host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { ReadyWhen = Boot.UntilSerial("never") }, giveUp.Token));

        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Start_cancelled_while_QEMU_says_nothing_leaves_nothing()
    {
        await using var host = new TestHost();
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.Host.StartAsync(TestHost.Fake("silent"), null, giveUp.Token));

        await host.NothingIsLeftAsync();
    }

    // Progress<T> would report later, on another thread.
    private sealed class CancelAt(BootPhase phase, CancellationTokenSource source) : IProgress<BootProgress>
    {
        public void Report(BootProgress value)
        {
            if (value.Phase == phase)
            {
                source.Cancel();
            }
        }
    }
}
