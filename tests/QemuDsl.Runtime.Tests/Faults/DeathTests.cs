using System.Globalization;
using LeaseHolder;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>kill -9 of everything that takes part in a VM, in every phase of its life: nothing is left, and who is left to be told is told.</summary>
public sealed class DeathTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);
    private static readonly string[] Victims = HostUnderTest.IsRemote ? ["QEMU", "supervisor", "session", "owner"] : ["QEMU", "supervisor", "owner"];
    private static readonly string[] Phases = ["before QMP", "pinning", "waiting", "running", "stopping"];

    public static MatrixTheoryData<string, string> All => new(Victims, Phases);

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
        "before QMP" or "pinning" => typeof(QemuStartException),
        "waiting" => typeof(BootException),
        _ => typeof(VirtualMachineExitedException),
    };

    private static string Reason(string victim) => victim switch
    {
        "QEMU" => "was ended by signal 9",
        "supervisor" => "went with its supervisor, which was killed",
        _ => "went with its supervisor, which ended",
    };

    // QEMU waits for a peer before QMP exists; its threads cannot be placed before it tells which they are.
    private static RawCommand Command(TestHost host, string phase, string reached) => phase switch
    {
        "before QMP" => host.Boots(MarkerGuests.BootSector(), "pc", "-chardev", $"socket,id=peer,path={reached},server=on,wait=on"),
        "pinning" => TestHost.Fake($"mute-about-threads:{reached}"),
        _ => host.Boots(MarkerGuests.BootSector()),
    };

    // Its number, once the phase has come.
    private static async Task<int> QemuAsync(TestHost host, string reached)
    {
        await Eventually.TrueAsync(() => File.Exists(reached), "the phase has come");
        return Assert.Single(
            Processes.Using(host.RunRoot).Select(static line => int.Parse(line.Split(':')[0], CultureInfo.InvariantCulture)),
            static pid => Processes.NameOf(pid) is "FakeQemu" or "qemu-system-x86");
    }
}
