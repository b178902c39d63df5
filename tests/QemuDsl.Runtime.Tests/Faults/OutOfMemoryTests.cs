using System.Diagnostics;
using System.Text.Json;
using QemuDsl.Runtime.Tests.Placement;

namespace QemuDsl.Runtime.Tests;

/// <summary>The host's OOM killer, in a control group of the test's own, against kills that are none of its.</summary>
public sealed class OutOfMemoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_of_the_OOM_killer_is_told_from_a_kill()
    {
        await using var host = new TestHost();
        await using var group = MemoryGroup.Require("160M");
        var inside = Inside(host, group);
        await using var vm = await inside.StartAsync(TestHost.Empty(), cancellationToken: Token);

        await AskTooMuchAsync(vm);
        var killed = await vm.Exited;
        await using var other = await inside.StartAsync(TestHost.Empty(), cancellationToken: Token);
        await Processes.SignalAsync(other.Pid, "KILL");

        Assert.Equal((137, VmExitCause.OutOfMemory), (killed.Code, killed.Cause));
        Assert.Contains("most likely by the host's OOM killer", killed.ToString(), StringComparison.Ordinal);
        Assert.Equal(VmExitCause.Signal, (await other.Exited).Cause);
    }

    // What is taken is no VM: its supervisor would ask for memory at once to clean up, and the kernel would take one more.
    [Fact]
    public async Task Kill_of_ours_is_not_taken_for_the_OOM_killer_that_took_something_else()
    {
        await using var host = new TestHost();
        await using var group = MemoryGroup.Require("160M");
        await using var vm = await Inside(host, group).StartAsync(TestHost.Empty(), new VmOptions { StartPaused = true }, Token);
        using var greedy = Process.Start("/bin/sh", ["-c", "echo $$ >\"$0\" && exec tail /dev/zero", group.Processes]);
        await greedy.WaitForExitAsync(Token);
        Assert.Equal(137, greedy.ExitCode);

        Assert.Equal(VmExitCause.Signal, (await vm.KillAsync(Token)).Cause);
    }

    [Fact]
    public async Task Work_of_the_OOM_killer_is_told_to_who_attached()
    {
        await using var host = new TestHost();
        await using var group = MemoryGroup.Require("160M");
        var first = await Inside(host, group).StartAsync(TestHost.Empty(), new VmOptions { Lifetime = TimeSpan.FromMinutes(10) }, Token);
        await first.DetachAsync(Token);
        await using var again = await host.Host.AttachAsync(first.RunDirectory, cancellationToken: Token);

        await AskTooMuchAsync(again);

        Assert.Equal((137, VmExitCause.OutOfMemory), ((await again.Exited).Code, (await again.Exited).Cause));
    }

    private static OtherHost Inside(TestHost host, MemoryGroup group) =>
        new(host.Host) { Prefix = ["/bin/sh", "-c", "echo $$ >\"$0\" && exec \"$@\"", group.Processes] };

    private static async Task AskTooMuchAsync(VirtualMachine vm)
    {
        using var memory = JsonDocument.Parse("""{"qom-type": "memory-backend-ram", "id": "m", "size": 536870912, "prealloc": true}""");
        await Assert.ThrowsAsync<VirtualMachineExitedException>(() => vm.Qmp.ExecuteAsync("object-add", memory.RootElement, Token));
    }
}
