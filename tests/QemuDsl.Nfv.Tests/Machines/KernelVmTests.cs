using System.Text;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv.Tests;

/// <summary>Programs of this machine, run in VMs on its root.</summary>
public sealed class KernelVmTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("exit 3", 3)]
    [InlineData("kill -9 $$", 137)]
    public async Task Exit_code_leaves_the_guest(string program, int code)
    {
        await using var host = new VnfHost();

        var result = await host.Host.RunAsync(await host.VmAsync(new CommandWorkload("sh", "-c", program)), Limit, cancellationToken: Token);

        Assert.Equal(new WorkloadExited(code), result);
    }

    [Fact]
    public async Task Arguments_and_files_reach_the_program_as_they_are_and_its_output_comes_back_as_it_is()
    {
        await using var host = new VnfHost();
        string[] words = ["a b", "it's \"quoted\" $HOME `id` \\n %s", "line\nfeed\n\n", "", "-n", "žluťoučký 😀", "\u0001\u007f;&|<>*?[a]#~"];
        using var output = new MemoryStream();
        var workload = new CommandWorkload("sh", ["-c", "printf '%s|' \"$@\"; cat /run/data/a\\ b", "sh", .. words])
        {
            Files = [new GuestFile("/run/data/a b", Encoding.UTF8.GetBytes("x\r\ny\0z\n"))],
        };

        var result = await host.Host.RunAsync(await host.VmAsync(workload), Limit, output: output, cancellationToken: Token);

        Assert.Equal(new WorkloadExited(0), result);
        Assert.Equal(string.Concat(words.Select(static word => word + "|")) + "x\r\ny\0z\n", Encoding.UTF8.GetString(output.ToArray()));
    }

    [Fact]
    public async Task Change_of_the_hosts_files_is_seen_where_the_guest_keeps_none()
    {
        await using var host = new VnfHost();

        // Not below /tmp, which is the guest's own.
        var late = $"/var/tmp/qemu-dsl-{Guid.NewGuid():N}";
        var workload = new CommandWorkload("sh", "-c", "[ -e \"$0\" ] && exit 1; echo looked; until [ -e \"$0\" ]; do sleep 0.1; done", late);
        await using var running = await host.Host.StartAsync(
            (await host.VmAsync(workload)) with { RootCache = RootCache.None },
            new VmOptions { ReadyWhen = Boot.UntilSerial("^looked") },
            cancellationToken: Token);

        await File.WriteAllTextAsync(late, "", Token);
        var result = await running.WaitAsync(TimeSpan.FromMinutes(1), Token);
        File.Delete(late);

        Assert.Equal(new WorkloadExited(0), result);
    }

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

    [Fact]
    public async Task Guest_that_goes_off_is_told()
    {
        await using var host = new VnfHost();

        var result = await host.Host.RunAsync(
            // At once: an orderly end takes the root from under the program first, and that is a signal for it.
            await host.VmAsync(new CommandWorkload("sh", "-c", "echo b >/proc/sysrq-trigger; sleep 100")), Limit, cancellationToken: Token);

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
}
