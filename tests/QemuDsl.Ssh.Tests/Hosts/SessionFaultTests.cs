using QemuDsl.Runtime.Tests.Placement;
using QemuDsl.TestKit;

namespace QemuDsl.Ssh.Tests;

/// <summary>What happens to the connection happens to its VMs, at whatever moment.</summary>
public sealed class SessionFaultTests(SshServer server) : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(1);

    private readonly TempDirectory _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private SshHostOptions Options(int? port = null) => server.Require().Options(port) with { RunRoot = _folder.File("run"), Heartbeat = TimeSpan.FromSeconds(1) };

    [Theory]
    [InlineData("KILL", false)]
    [InlineData("TERM", false)]
    [InlineData("KILL", true)]
    public async Task Session_that_is_killed_takes_its_VM_along(string signal, bool supervisorIsStopped)
    {
        await using var host = new SshHost(Options());
        await using var vm = await host.StartAsync(Command(), Ready, Token);
        var session = Session(vm);
        if (supervisorIsStopped)
        {
            await Runtime.Tests.Processes.SignalAsync(Runtime.Tests.Processes.ParentOf(vm.Pid), "STOP");
        }

        await Runtime.Tests.Processes.SignalAsync(session, signal);

        Assert.Null((await vm.Exited.WaitAsync(Soon, Token)).Code);
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Session_that_is_stopped_is_noticed_and_when_it_goes_on_the_VM_ends()
    {
        await using var host = new SshHost(Options());
        await using var vm = await host.StartAsync(Command(), Ready, Token);
        var session = Session(vm);

        await Runtime.Tests.Processes.SignalAsync(session, "STOP");
        var asked = vm.Qmp.ExecuteAsync("query-status", default, Token);
        await vm.Exited.WaitAsync(Soon, Token);
        await Assert.ThrowsAsync<VirtualMachineExitedException>(() => asked.WaitAsync(Soon, Token));
        await Runtime.Tests.Processes.SignalAsync(session, "CONT");

        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Line_that_is_cut_at_any_moment_of_a_start_leaves_nothing()
    {
        for (var step = 0; step < 16; step++)
        {
            await using var proxy = new TcpProxy(server.Require().Port);
            await using var host = new SshHost(Options(proxy.Port));
            await host.ConnectAsync(Token);

            var starting = host.StartAsync(Command(), Ready, Token);
            await Task.Delay(step * 12, Token);
            proxy.Cut();

            if (await Record.ExceptionAsync(() => starting.WaitAsync(Soon, Token)) is null)
            {
                await (await starting).DisposeAsync();
            }

            await NothingIsLeftAsync();
        }
    }

    [Fact]
    public async Task Line_that_is_cut_while_threads_are_placed_leaves_not_even_the_program_that_places_them()
    {
        var (programs, reached) = (_folder.File("bin"), _folder.File("reached"));
        var path = await Runtime.Tests.HangingProgram.MakeAsync(programs, "taskset", reached);
        await using var proxy = new TcpProxy(server.Require().Port);
        await using var host = new SshHost(Options(proxy.Port));
        var starting = OtherHost.Behind(host, path).StartAsync(Command(), new VmOptions { Placement = new VmPlacement { Emulator = "0" } }, Token);
        await Runtime.Tests.Eventually.TrueAsync(() => File.Exists(reached), "threads are placed");

        proxy.Cut();

        await Assert.ThrowsAsync<QemuStartException>(() => starting.WaitAsync(Soon, Token));
        await Runtime.Tests.Eventually.TrueAsync(() => Runtime.Tests.Processes.Using(programs).Count == 0, "the program is gone");
        await NothingIsLeftAsync();
    }

    [Fact]
    public async Task Huge_pages_of_a_lease_go_back_when_the_line_is_cut()
    {
        HugePageLeaseTests.RequireHugePages();
        await using var proxy = new TcpProxy(server.Require().Port);
        await using var host = new SshHost(Options(proxy.Port));
        var before = HugePageLeaseTests.Count();

        await using var lease = await HugePageLease.AcquireAsync(host, new HugePageRequest("3M") { PageSize = "2M" }, cancellationToken: Token);
        Assert.Equal(before + 2, HugePageLeaseTests.Count());
        proxy.Cut();

        await Runtime.Tests.Eventually.TrueAsync(() => HugePageLeaseTests.Count() == before, "the pages are given back");
    }

    [Fact]
    public async Task Start_that_is_given_up_at_any_moment_leaves_nothing()
    {
        await using var host = new SshHost(Options());
        await host.ConnectAsync(Token);
        for (var step = 0; step < 16; step++)
        {
            using var giveUp = new CancellationTokenSource();
            var starting = host.StartAsync(Command(), Ready, giveUp.Token);
            await Task.Delay(step * 12, Token);
            await giveUp.CancelAsync();

            if (await Record.ExceptionAsync(() => starting.WaitAsync(Soon, Token)) is null)
            {
                await (await starting).DisposeAsync();
            }

            await NothingIsLeftAsync();
        }
    }

    public void Dispose() => _folder.Dispose();

    private static VmOptions Ready => new() { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) };

    // QEMU's parent is the supervisor, and the parent of that the session.
    private static int Session(VirtualMachine vm) => Runtime.Tests.Processes.ParentOf(Runtime.Tests.Processes.ParentOf(vm.Pid));

    private RawCommand Command()
    {
        var guest = MarkerGuests.BootSector();
        return new RawCommand(
            Tools.Qemu("x86_64"),
            ["-machine", "pc", "-accel", "tcg", "-nodefaults", "-no-user-config", "-display", "none", .. guest.BootArguments(guest.WriteTo(_folder.FullPath))]);
    }

    private async Task NothingIsLeftAsync()
    {
        var run = _folder.File("run");
        await Runtime.Tests.Eventually.TrueAsync(
            () => Runtime.Tests.Processes.Using(run).Count == 0 && (!Directory.Exists(run) || Directory.GetFileSystemEntries(run).Length == 0), "nothing is left");
    }
}
