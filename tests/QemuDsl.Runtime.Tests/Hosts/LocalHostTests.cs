using System.Globalization;
using System.Text.RegularExpressions;

namespace QemuDsl.Runtime.Tests;

/// <summary>What holds on this machine and not on one that is far away.</summary>
public sealed class LocalHostTests
{
    [Fact]
    public async Task Relative_paths_of_the_command_keep_their_meaning()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());

        Assert.Equal(Environment.CurrentDirectory, new FileInfo($"/proc/{vm.Pid}/cwd").LinkTarget);
    }

    // Over SSH a channel ends with the last process that has its end open.
    [Fact]
    public async Task Process_that_QEMU_leaves_behind_does_not_hold_up_the_end()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Fake("leaves-a-child"));
        var said = new Regex(@"child (\d+)\n");
        await Eventually.TrueAsync(() => said.IsMatch(vm.Stderr), "it says which one it leaves");
        var child = int.Parse(said.Match(vm.Stderr).Groups[1].Value, CultureInfo.InvariantCulture);

        await Processes.SignalAsync(Processes.ParentOf(vm.Pid), "KILL");
        await vm.Exited.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        await vm.DisposeAsync();

        Assert.True(Processes.IsAlive(child));
        await Processes.SignalAsync(child, "KILL");
    }
}
