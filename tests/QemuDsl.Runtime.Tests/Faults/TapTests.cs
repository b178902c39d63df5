using System.Diagnostics;
using QemuDsl.Runtime.Tests.Placement;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>Taps of VMs, in a network namespace of the test's own: those that QEMU made go with it, those it found stay.</summary>
public sealed class TapTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("stop")]
    [InlineData("dispose")]
    [InlineData("QEMU")]
    [InlineData("supervisor")]
    public async Task No_tap_is_left_however_the_VM_ends(string end)
    {
        await using var host = new TestHost();
        await using var network = await NetworkNamespace.RequireAsync(Token);
        await network.RunAsync("ip", ["tuntap", "add", "dev", "mine", "mode", "tap"], Token);
        var inside = new OtherHost(host.Host) { Prefix = network.Prefix };
        var vm = await inside.StartAsync(WithTaps("made", "mine"), cancellationToken: Token);
        Assert.Equal(["lo", "made", "mine"], await network.InterfacesAsync(Token));

        Task ending = end switch
        {
            "stop" => vm.StopAsync(new StopPlan { Powerdown = TimeSpan.Zero }, Token),
            "QEMU" => Processes.SignalAsync(vm.Pid, "KILL"),
            "supervisor" => Processes.SignalAsync(Processes.ParentOf(vm.Pid), "KILL"),
            _ => Task.CompletedTask,
        };
        await ending;
        await vm.DisposeAsync();

        await Eventually.TrueAsync(async () => (await network.InterfacesAsync(Token)).SequenceEqual(["lo", "mine"]), "the tap that QEMU made is gone");
    }

    [Fact]
    public async Task Killed_owner_leaves_no_tap()
    {
        await using var host = new TestHost();
        await using var network = await NetworkNamespace.RequireAsync(Token);
        var command = WithTaps("made");
        string[] arguments = [.. network.Prefix.Skip(1), Path.Combine(AppContext.BaseDirectory, "LeaseHolder"), host.RunRoot, "1", command.Program, .. command.Arguments];
        using var owner = Process.Start(new ProcessStartInfo(network.Prefix[0], arguments) { RedirectStandardOutput = true })!;
        await owner.StandardOutput.ReadLineAsync(Token);
        Assert.Equal(["lo", "made"], await network.InterfacesAsync(Token));

        owner.Kill();
        await owner.WaitForExitAsync(Token);

        await Eventually.TrueAsync(async () => (await network.InterfacesAsync(Token)).SequenceEqual(["lo"]), "the tap is gone");
        await host.NothingIsLeftAsync();
    }

    [Fact]
    public async Task Tap_that_somebody_else_uses_is_told()
    {
        await using var host = new TestHost();
        await using var network = await NetworkNamespace.RequireAsync(Token);
        var inside = new OtherHost(host.Host) { Prefix = network.Prefix };
        await using var vm = await inside.StartAsync(WithTaps("one"), cancellationToken: Token);

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => inside.StartAsync(WithTaps("one"), cancellationToken: Token));

        Assert.Contains("could not configure /dev/net/tun (one): Device or resource busy", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["lo", "one"], await network.InterfacesAsync(Token));
    }

    private static RawCommand WithTaps(params string[] names) => TestHost.Empty(
        [.. names.SelectMany(static name => (string[])["-netdev", $"tap,id={name},ifname={name},script=no,downscript=no", "-device", $"e1000,netdev={name},romfile="])]);
}
