using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>A fleet of two machines: one goes, the other one takes over.</summary>
public sealed class FleetTests(SshServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_that_is_cut_off_is_told_and_the_next_VM_goes_to_the_other()
    {
        using var folder = new TempDirectory();
        await using var sshd = await server.Require().StartAnotherAsync(folder.FullPath);
        await using var line = new TcpProxy(sshd.Port);
        await using var greater = new SshHost(server.Options(line.Port));
        await using var smaller = new SshHost(server.Options());
        await Task.WhenAll(greater.ConnectAsync(Token), smaller.ConnectAsync(Token));
        var fleet = new StaticFleet([new FleetHost(greater, new HostCapacity(8, "8G")), new FleetHost(smaller, new HostCapacity(2, "2G"))]);
        var one = new VmResources { Memory = "256M" };
        await using var lease = await fleet.AcquireAsync(one, Token);
        Assert.Same(greater, lease.Host);
        var guest = MarkerGuests.BootSector();
        var command = new RawCommand(
            Tools.Qemu("x86_64"),
            ["-machine", "pc", "-accel", "tcg", "-nodefaults", "-no-user-config", "-display", "none", .. guest.BootArguments(guest.WriteTo(folder.FullPath))]);
        await using var vm = await lease.Host.StartAsync(command, cancellationToken: Token);

        await line.DisposeAsync();

        await vm.Exited.WaitAsync(TimeSpan.FromMinutes(1), Token);
        await Runtime.Tests.Eventually.TrueAsync(() => lease.Lost.IsCancellationRequested, "the loss is told");
        await using var next = await fleet.AcquireAsync(one, Token);
        Assert.Same(smaller, next.Host);
        await using var another = await next.Host.StartAsync(command, new VmOptions { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) }, Token);
        Assert.False(next.Lost.IsCancellationRequested);
    }
}
