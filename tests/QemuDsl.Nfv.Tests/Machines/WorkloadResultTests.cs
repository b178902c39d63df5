using QemuDsl.Runtime;

namespace QemuDsl.Nfv.Tests;

/// <summary>How workloads end, in real guests.</summary>
public sealed class WorkloadResultTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_that_is_not_there_is_127()
    {
        await using var host = new VnfHost();

        Assert.Equal(new WorkloadExited(127), await host.Host.RunAsync(await host.VmAsync(new CommandWorkload("/nowhere/program")), Limit, cancellationToken: Token));
    }

    [Fact]
    public async Task Panic_is_told_in_the_words_of_the_kernel()
    {
        await using var host = new VnfHost();

        var result = await host.Host.RunAsync(
            await host.VmAsync(new CommandWorkload("sh", "-c", "echo c >/proc/sysrq-trigger")), Limit, cancellationToken: Token);

        Assert.Equal("Kernel panic - not syncing: sysrq triggered crash", Assert.IsType<WorkloadPanicked>(result).Message);
    }

    // An orderly end takes the root from under the program first: one that starts another then, or reads a file, ends before the guest.
    [Fact]
    public async Task Guest_that_goes_off_is_told()
    {
        await using var host = new VnfHost();

        var result = await host.Host.RunAsync(
            await host.VmAsync(new CommandWorkload("sh", "-c", "echo o >/proc/sysrq-trigger; while :; do :; done")), Limit, cancellationToken: Token);

        Assert.IsType<WorkloadPoweredOff>(result);
    }

    [Fact]
    public async Task Hang_ends_at_its_time_and_a_killed_QEMU_is_told()
    {
        await using var host = new VnfHost();
        await using var running = await host.Host.StartAsync(await host.VmAsync(new CommandWorkload("sleep", "1000")), cancellationToken: Token);

        Assert.Equal(new WorkloadTimedOut(TimeSpan.FromMilliseconds(100)), await running.WaitAsync(TimeSpan.FromMilliseconds(100), Token));

        using var qemu = System.Diagnostics.Process.GetProcessById(running.Machine.Pid);
        qemu.Kill();
        Assert.Equal(new WorkloadKilled(9), await running.WaitAsync(Limit, Token));
    }

    [Fact]
    public async Task Output_that_cannot_be_handed_on_is_told()
    {
        await using var host = new VnfHost();
        var closed = new MemoryStream();
        await closed.DisposeAsync();

        var failure = await Assert.ThrowsAsync<IOException>(
            async () => await host.Host.RunAsync(await host.VmAsync(new CommandWorkload("sh", "-c", "echo x; sleep 1000")), Limit, output: closed, cancellationToken: Token));

        Assert.IsType<ObjectDisposedException>(failure.InnerException);
    }
}
