using System.Diagnostics;
using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>The end of an owner who is on the same machine.</summary>
public sealed class OwnerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    // A shell cannot trap what was ignored when it started.
    [Theory]
    [InlineData("")]
    [InlineData("HUP")]
    [InlineData("TERM")]
    public async Task Kill_9_of_the_owner_takes_its_VMs_and_their_directories_along(string ignored)
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.BootSector());
        using var owner = Process.Start(new ProcessStartInfo(
            "sh", ["-c", $"trap '' {ignored} PIPE; exec \"$@\"", "sh", Path.Combine(AppContext.BaseDirectory, "LeaseHolder"), host.RunRoot, "2", command.Program, .. command.Arguments])
        {
            RedirectStandardOutput = true,
        })!;
        var first = await ReadVmAsync(owner);
        var second = await ReadVmAsync(owner);
        Assert.True(Processes.IsAlive(first.Pid) && Processes.IsAlive(second.Pid));

        // One that must be killed is reported to a channel whose other end is dead: that must not end the supervisor first.
        await Processes.SignalAsync(second.Pid, "STOP");
        owner.Kill();

        await Eventually.TrueAsync(() => !Processes.IsAlive(first.Pid) && !Processes.IsAlive(second.Pid), "both QEMUs are gone");
        await Eventually.TrueAsync(() => !Directory.Exists(first.Directory) && !Directory.Exists(second.Directory), "both run directories are gone");
    }

    [Theory]
    [MemberData(nameof(LeaseTests.Shells), MemberType = typeof(LeaseTests))]
    public async Task End_of_stdin_ends_a_QEMU_that_has_connected_to_its_owner(string shell)
    {
        await using var host = new TestHost();
        var files = RunFiles.Choose(await host.Host.FindRunRootAsync(TestContext.Current.CancellationToken));
        await using var qmp = ((IOwnMachine)host.Host).Listen(files);
        var command = TestHost.Empty([.. files.Arguments(addConsole: true, connects: true)]);
        var launch = new SupervisorLaunch(files.Directory, command.Program, command.Arguments) { HasQmpSocket = true };
        await using var supervisor = await LeaseTests.SuperviseAsync(host, shell, launch);
        await LeaseTests.GreetedAsync(qmp);
        Assert.False(File.Exists(files.QmpSocket), "nobody else can knock");

        await supervisor.Stdin.DisposeAsync();

        await supervisor.Completion.WaitAsync(Soon, TestContext.Current.CancellationToken);
        Assert.Equal(0, await qmp.ReadAsync(new byte[1], TestContext.Current.CancellationToken));
        await host.NothingIsLeftAsync();
    }

    private static async Task<(int Pid, string Directory)> ReadVmAsync(Process owner)
    {
        var line = await owner.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Soon, TestContext.Current.CancellationToken);
        var blank = line!.IndexOf(' ', StringComparison.Ordinal);
        return (int.Parse(line[..blank], CultureInfo.InvariantCulture), line[(blank + 1)..]);
    }
}
