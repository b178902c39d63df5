using System.Diagnostics;
using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>kill -9 of the supervisor: it could clean nothing up, and yet everything is gone without the owner lifting a finger.</summary>
public sealed class SupervisorDeathTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Owner_is_told_who_was_killed_and_QEMU_and_run_directory_are_gone_by_then()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()));
        var asking = vm.WaitAsync(Boot.UntilSerial("never"), TimeSpan.FromHours(1), Token);

        await Processes.SignalAsync(Processes.ParentOf(vm.Pid), "KILL");
        var exit = await vm.Exited.WaitAsync(Soon, Token);

        Assert.Equal(new VmExit(null, VmExitReason.SupervisorKilled), exit);
        Assert.False(Processes.IsAlive(vm.Pid));
        Assert.False(Directory.Exists(vm.RunDirectory));
        await Eventually.TrueAsync(() => Processes.Using(host.RunRoot).Count == 0, "nothing uses the directory");
        var boot = await Assert.ThrowsAsync<BootException>(() => asking);
        Assert.Contains("went with its supervisor, which was killed", boot.Message, StringComparison.Ordinal);
        var command = await Assert.ThrowsAsync<VirtualMachineExitedException>(() => vm.PauseAsync(Token));
        Assert.Contains("went with its supervisor, which was killed", command.Message, StringComparison.Ordinal);
    }

    // With a console on standard output QEMU waits for its reader, and here there will never be one.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Channels_end_although_the_owner_keeps_its_end_open(bool console)
    {
        await using var host = new TestHost();
        var directory = RunFiles.Choose(await host.Host.FindRunRootAsync(Token)).Directory;
        await using var supervisor = await SuperviseAsync(host, directory, console);
        var qemu = await PidAsync(supervisor);

        await Processes.SignalAsync(Processes.ParentOf(qemu), "KILL");

        await supervisor.Stdout.CopyToAsync(Stream.Null, Token).WaitAsync(Soon, Token);
        await supervisor.Stderr.CopyToAsync(Stream.Null, Token).WaitAsync(Soon, Token);
        await Eventually.TrueAsync(() => !Processes.IsAlive(qemu), "QEMU is gone");
        await supervisor.Stdin.DisposeAsync();
        await Eventually.TrueAsync(() => Processes.Using(directory).Count == 0, "what read for it is gone");
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task At_whatever_moment_of_the_start_no_QEMU_stays()
    {
        await using var host = new TestHost();
        for (var step = 0; step < 24; step++)
        {
            var directory = RunFiles.Choose(await host.Host.FindRunRootAsync(Token)).Directory;
            await using var supervisor = await SuperviseAsync(host, directory, console: step % 2 == 1);
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < step * TimeSpan.FromMilliseconds(0.5))
            {
                // Steps of half a millisecond; no timer is that fine.
            }

            supervisor.Kill();
            await supervisor.Completion.WaitAsync(Soon, Token);
            await supervisor.Stdin.DisposeAsync();

            await Eventually.TrueAsync(() => Processes.Using(directory).Count == 0, $"no process of step {step} is left");
            await host.Host.RemoveRunDirectoryAsync(directory, Token);
        }

        // A mkdir that is just being executed has no command line to be found by.
        await Eventually.TrueAsync(
            () => Directory.GetDirectories(host.RunRoot).Select(static late => Directory.GetFileSystemEntries(late).Length == 0).All(static empty => empty),
            "at most empty directories are left");
        Directory.Delete(host.RunRoot, recursive: true);
    }

    private static async Task<IHostProcess> SuperviseAsync(TestHost host, string directory, bool console)
    {
        var command = TestHost.Empty([.. new RunFiles(directory).Arguments(addConsole: true)]);
        var launch = new SupervisorLaunch(directory, command.Program, command.Arguments) { Console = console };
        var supervisor = await host.Host.StartProcessAsync(SupervisorScript.Command("0123456789abcdef", launch), Token);
        await supervisor.Stdin.WriteAsync(SupervisorScript.Preamble(launch), Token);
        await supervisor.Stdin.FlushAsync(Token);
        return supervisor;
    }

    private static async Task<int> PidAsync(IHostProcess supervisor)
    {
        await using var lines = new LineReader(supervisor.Stderr, 64 * 1024);
        while (await lines.ReadAsync(Token) is { } line)
        {
            if (SupervisorFrame.Parse(line, "0123456789abcdef") is { Word: "pid" } frame)
            {
                return QemuIdentity.Parse(frame.Rest)!.Pid;
            }
        }

        throw new InvalidOperationException("The supervisor told no process number.");
    }
}
