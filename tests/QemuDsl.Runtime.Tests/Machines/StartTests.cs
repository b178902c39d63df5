using System.Diagnostics;
using System.Text.Json;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

public sealed class StartTests
{
    private static readonly VmOptions UntilMarker = new() { ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) };

    public static TheoryData<string, string> Guests => new()
    {
        { "pc", "boot" }, { "q35", "boot" }, { "pc", "rom" }, { "microvm", "rom" }, { "microvm", "pvh" }, { "virt", "aarch64" },
    };

    [Theory]
    [MemberData(nameof(Guests))]
    public async Task Guest_boots_to_its_marker(string machine, string kind)
    {
        await using var host = new TestHost();
        var guest = kind switch
        {
            "boot" => MarkerGuests.BootSector(),
            "rom" => MarkerGuests.Rom(),
            "pvh" => MarkerGuests.Pvh(),
            _ => MarkerGuests.Aarch64(),
        };

        await using var vm = await host.StartAsync(host.Boots(guest, machine), UntilMarker);

        Assert.Contains(MarkerGuests.Marker, vm.Serial.Text, StringComparison.Ordinal);
        Assert.True(Processes.IsAlive(vm.Pid));
    }

    [Fact]
    public async Task Tiny_Linux_boots_reads_what_is_typed_and_powers_off_on_the_button()
    {
        var linux = TinyLinux.Require();
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(
            TestHost.Empty([.. linux.BootArguments]), new VmOptions { ReadyWhen = Boot.UntilSerial(TinyLinux.ReadyLine), BootTimeout = TimeSpan.FromMinutes(3) });

        await vm.Serial.WriteAsync("echo $((6 * 7))\n", TestContext.Current.CancellationToken);
        await vm.WaitAsync(Boot.UntilSerial("^42$"), TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var stage = await vm.StopAsync(new StopPlan { Powerdown = TimeSpan.FromMinutes(2) }, TestContext.Current.CancellationToken);

        Assert.Equal(StopStage.Powerdown, stage);
        Assert.Equal(new VmExit(0, VmExitReason.Ended) { Cause = VmExitCause.GuestShutdown }, await vm.Exited);
    }

    [Fact]
    public async Task Paused_guest_runs_when_it_is_let_go()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), new VmOptions { StartPaused = true });
        Assert.Equal("prelaunch", await StatusAsync(vm));
        Assert.Equal("", vm.Serial.Text);

        var booting = vm.WaitAsync(Boot.UntilSerial(MarkerGuests.Marker), cancellationToken: TestContext.Current.CancellationToken);
        await vm.ContinueAsync(TestContext.Current.CancellationToken);
        await booting;
        await vm.PauseAsync(TestContext.Current.CancellationToken);

        Assert.Equal("paused", await StatusAsync(vm));
    }

    [Fact]
    public async Task QEMU_runs_as_who_starts_it()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());

        Assert.Equal(Processes.UserOf(Environment.ProcessId), Processes.UserOf(vm.Pid));
    }

    [Fact]
    public async Task Run_directory_is_private_and_says_which_process_it_belongs_to()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty("-name", "guest=a b"));

        var state = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(vm.RunDirectory, "state.json"), TestContext.Current.CancellationToken)).RootElement;

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(Owner | UnixFileMode.UserExecute, File.GetUnixFileMode(vm.RunDirectory));
        Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(vm.RunDirectory, "state.json")));
        Assert.Equal(vm.Pid, state.GetProperty("pid").GetInt32());
        Assert.Equal(vm.ProcessStartTime, state.GetProperty("startTime").GetInt64());
        Assert.Equal(vm.BootId, state.GetProperty("bootId").GetString());
        Assert.Contains("guest=a b", state.GetProperty("arguments").EnumerateArray().Select(static argument => argument.GetString()));
    }

    [Fact]
    public async Task Secret_is_in_a_private_file_and_nowhere_else()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(new SecretCommand("hunter2"));

        var file = Path.Combine(vm.RunDirectory, "s0.secret");
        var arguments = await File.ReadAllTextAsync($"/proc/{vm.Pid}/cmdline", TestContext.Current.CancellationToken);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal("hunter2", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Contains(file, arguments, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", arguments + string.Join('\n', host.Log), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b and c")]
    [InlineData("it's \"quoted\" $HOME `id`")]
    [InlineData("two\nlines")]
    [InlineData("Küche-ü-日本")]
    [InlineData("-dash")]
    public async Task Any_path_simply_works(string name)
    {
        await using var host = new TestHost(name);
        Directory.CreateDirectory(host.RunRoot, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var guest = MarkerGuests.BootSector();
        var image = guest.WriteTo(host.RunRoot);

        await using (var vm = await host.StartAsync(TestHost.Empty([.. guest.BootArguments(image)]), UntilMarker))
        {
            Assert.StartsWith(host.RunRoot, vm.RunDirectory, StringComparison.Ordinal);
        }

        File.Delete(image);
    }

    [Fact]
    public async Task Two_VMs_run_at_once_and_apart()
    {
        await using var host = new TestHost();
        var command = host.Boots(MarkerGuests.BootSector());
        var starts = new[] { host.StartAsync(command, UntilMarker), host.StartAsync(command, UntilMarker) };
        await using var first = await starts[0];
        await using var second = await starts[1];

        await first.DisposeAsync();

        Assert.NotEqual(first.RunDirectory, second.RunDirectory);
        Assert.True(Processes.IsAlive(second.Pid));
        Assert.Equal("running", await StatusAsync(second));
    }

    [Fact]
    public async Task Another_program_may_talk_to_the_second_monitor()
    {
        await using var host = new TestHost();
        await using var vm = await host.StartAsync(TestHost.Empty());
        await using var stream = await host.Host.ConnectAsync(vm.ControlSocket, TestContext.Current.CancellationToken);
        await using var second = new QmpClient(stream, stream);

        await second.NegotiateAsync(TestContext.Current.CancellationToken);
        var status = await second.ExecuteAsync("query-status", default, TestContext.Current.CancellationToken);

        Assert.Equal("running", status.GetProperty("status").GetString());
        Assert.Equal("running", await StatusAsync(vm));
    }

    [Fact]
    public async Task Progress_and_activity_tell_every_phase_in_order()
    {
        await using var host = new TestHost();
        var seen = new Recorder();
        using var parent = new Activity("test").Start();
        var traced = Array.Empty<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Telemetry.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,

            // Tests that run beside this one start VMs too.
            ActivityStopped = activity => traced = activity.ParentId == parent.Id ? [.. activity.Events.Select(static raised => raised.Name)] : traced,
        };
        ActivitySource.AddActivityListener(listener);

        await using var vm = await host.StartAsync(host.Boots(MarkerGuests.BootSector()), UntilMarker with { Progress = seen });

        Assert.Equal(Enum.GetValues<BootPhase>(), seen.Phases);
        Assert.Equal(Enum.GetNames<BootPhase>(), traced);
    }

    private static async Task<string?> StatusAsync(VirtualMachine vm) =>
        (await vm.Qmp.ExecuteAsync("query-status", default, TestContext.Current.CancellationToken)).GetProperty("status").GetString();

    private sealed class Recorder : IProgress<BootProgress>
    {
        public List<BootPhase> Phases { get; } = [];

        public void Report(BootProgress value) => Phases.Add(value.Phase);
    }
}
