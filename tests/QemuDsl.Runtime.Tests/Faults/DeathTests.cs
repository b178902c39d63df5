using System.Globalization;
using LeaseHolder;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>kill -9 of everything that takes part in a VM, in every phase of its life: nothing is left, and who is left to be told is told.</summary>
public sealed class DeathTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly string[] Victims = HostUnderTest.IsRemote ? ["QEMU", "supervisor", "session", "owner"] : ["QEMU", "supervisor", "owner"];
    private static readonly string[] Phases = ["before QMP", "waiting", "running", "stopping"];

    public static MatrixTheoryData<string, string> All => new(Victims, Phases);

    public static TheoryData<string> Each => [.. Victims];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Kill_9_in_any_phase_leaves_nothing(string victim, string phase)
    {
        await using var host = new TestHost();
        var reached = host.File("reached");
        var command = Command(host, phase, reached);
        if (victim == "owner")
        {
            using var owner = Owner.Start(host, $"phase:{phase}:{reached}", command);
            await QemuAsync(host, reached);
            await owner.KillAsync();
        }
        else
        {
            var living = PhasedVm.RunAsync(host.Host, phase, command, reached);
            await KillAsync(victim, await QemuAsync(host, reached));

            var told = await Record.ExceptionAsync(() => living.WaitAsync(Soon, TestContext.Current.CancellationToken));
            Assert.Equal(Expected(phase), told?.GetType());
            Assert.Contains(Reason(victim), told!.Message, StringComparison.Ordinal);
        }

        await host.NothingIsLeftAsync();
    }

    // A program of the host that hangs holds QEMU there: the supervisor has a request under way, and the guest has not run.
    [Theory]
    [MemberData(nameof(Each))]
    public async Task Kill_9_while_threads_are_placed_leaves_not_even_the_program_that_places_them(string victim)
    {
        await using var host = new TestHost();
        var (programs, reached) = (host.File("bin"), host.File("reached"));
        var path = await HangingProgram.MakeAsync(programs, "taskset", reached);
        using var owner = Owner.Start(host, $"phase:pinning:{reached}", host.Boots(MarkerGuests.BootSector()), "env", $"PATH={path}");
        var qemu = await QemuAsync(host, reached);
        Assert.NotEmpty(Processes.Using(programs));
        if (victim == "owner")
        {
            await owner.KillAsync();
        }
        else
        {
            await KillAsync(victim, qemu);

            var told = await owner.ReadToEndAsync().WaitAsync(Soon, TestContext.Current.CancellationToken);
            Assert.StartsWith($"{nameof(QemuStartException)}: ", told, StringComparison.Ordinal);
            Assert.Contains(Reason(victim), told, StringComparison.Ordinal);
        }

        await Eventually.TrueAsync(() => Processes.Using(programs).Count == 0, "the program is gone");
        await host.NothingIsLeftAsync();
    }

    private static Task KillAsync(string victim, int qemu) => Processes.SignalAsync(
        victim switch
        {
            "QEMU" => qemu,
            "supervisor" => Processes.ParentOf(qemu),
            _ => Processes.ParentOf(Processes.ParentOf(qemu)),
        },
        "KILL");

    private static Type Expected(string phase) => phase switch
    {
        "before QMP" => typeof(QemuStartException),
        "waiting" => typeof(BootException),
        _ => typeof(VirtualMachineExitedException),
    };

    private static string Reason(string victim) => victim switch
    {
        "QEMU" => "was ended by signal 9",
        "supervisor" => "went with its supervisor, which was killed",
        _ => "went with its supervisor, which ended",
    };

    // QEMU waits for a peer before QMP exists.
    private static RawCommand Command(TestHost host, string phase, string reached) => phase == "before QMP"
        ? host.Boots(MarkerGuests.BootSector(), "pc", "-chardev", $"socket,id=peer,path={reached},server=on,wait=on")
        : host.Boots(MarkerGuests.BootSector());

    // Its number, once the phase has come.
    private static async Task<int> QemuAsync(TestHost host, string reached)
    {
        await Eventually.TrueAsync(() => File.Exists(reached), "the phase has come");
        return Assert.Single(
            Processes.Using(host.RunRoot).Select(static line => int.Parse(line.Split(':')[0], CultureInfo.InvariantCulture)),
            static pid => Processes.NameOf(pid) == "qemu-system-x86");
    }
}
