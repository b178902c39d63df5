using System.Diagnostics;
using System.Globalization;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Capabilities;

/// <summary>KVM where a guest was seen to run under it, TCG with a reason everywhere else.</summary>
public sealed class AcceleratorTests : IAsyncDisposable
{
    private readonly TestHost _host = new();

    private CapabilityOptions Options => new() { CacheDirectory = _host.File("cache"), Timeout = TimeSpan.FromMinutes(1) };

    [Theory]
    [InlineData("x86_64", QemuBinaries.Installed)]
    [InlineData("x86_64", QemuBinaries.Unpacked)]
    [InlineData("aarch64", QemuBinaries.Installed)]
    public async Task Guest_that_proves_an_accelerator_runs(string target, string qemu)
    {
        // TCG always works: with it the guest is right or wrong.
        var trouble = await new AcceleratorProbe(_host.Host, "tcg", TimeSpan.FromSeconds(30)).TroubleAsync(
            FakeProgram.Alone(_host, QemuBinaries.Require(qemu, target)), ProbeGuest.For(target)!, TestContext.Current.CancellationToken);

        Assert.Null(trouble);
    }

    // A device that opens says little: on some machines guests hang under it all the same.
    [Theory]
    [InlineData(QemuBinaries.Installed)]
    [InlineData(QemuBinaries.Unpacked)]
    public async Task Here_the_decision_is_KVM_or_says_why_not_and_a_guest_runs_with_it(string qemu)
    {
        var guest = _host.Boots(MarkerGuests.BootSector()) with { Program = FakeProgram.Alone(_host, QemuBinaries.Require(qemu, "x86_64")) };
        var command = guest with { Arguments = [.. guest.Arguments.Where(static argument => argument is not ("-accel" or "tcg"))] };

        var decision = await _host.Host.ChooseAcceleratorAsync(command.Program, Options, TestContext.Current.CancellationToken);
        await using var vm = await _host.StartAsync(
            command, new VmOptions { Accelerator = Accelerator.Auto, ReadyWhen = Boot.UntilSerial(MarkerGuests.Marker) });

        TestContext.Current.TestOutputHelper?.WriteLine($"{decision.Accelerator}: {decision.Reason}");
        Assert.Equal(decision.IsKvm ? "kvm" : "tcg", decision.Accelerator);
        Assert.Contains(ExpectedReason(decision), decision.Reason, StringComparison.Ordinal);
        Assert.Contains($"-accel {decision.Accelerator}", CommandLine(vm.Pid), StringComparison.Ordinal);
        Assert.Equal(
            !decision.IsKvm, _host.Log.Any(static line => line.StartsWith("Warning: Guests run under TCG: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task KVM_that_hangs_is_killed_after_a_second_and_the_verdict_holds_for_the_boot()
    {
        var program = FakeProgram.WithGuest(_host, "trap '' TERM HUP INT; sleep 600; sleep 600");
        var start = Stopwatch.GetTimestamp();

        var first = await ChooseAsync(program);
        var took = Stopwatch.GetElapsedTime(start);
        await program.IsGoneAsync();
        var second = await ChooseAsync(program);

        Assert.Equal("tcg", first.Accelerator);
        Assert.Contains("though /dev/kvm opens: a guest of one sector did not come to its", first.Reason, StringComparison.Ordinal);
        Assert.Contains(_host.File("cache"), first.Reason, StringComparison.Ordinal);
        Assert.Equal(first, second);
        Assert.Equal(1, program.Guests);
        Assert.InRange(took, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        Assert.False(Directory.Exists(program.GuestDirectory), "the guest's image is gone");
    }

    [Fact]
    public async Task KVM_that_makes_QEMU_abort_is_quoted()
    {
        var program = FakeProgram.WithGuest(_host, "echo 'error: failed to set MSR 0x10a' >&2; kill -ABRT $$");

        var decision = await ChooseAsync(program);

        Assert.Equal("tcg", decision.Accelerator);
        Assert.Contains("QEMU ended with code 134", decision.Reason, StringComparison.Ordinal);
        Assert.Contains("failed to set MSR 0x10a", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_told_is_tried_anew()
    {
        // Nobody sees the end of what it prints as long as its child lives.
        var program = FakeProgram.WithGuest(_host, "setsid sleep 600 & echo $! >>\"$0.children\"; exit 1");

        var decision = await ChooseAsync(program);
        await ChooseAsync(program);

        foreach (var child in await File.ReadAllLinesAsync(program.Path + ".children", TestContext.Current.CancellationToken))
        {
            await Processes.SignalAsync(int.Parse(child, CultureInfo.InvariantCulture), "KILL");
        }

        Assert.Equal("tcg", decision.Accelerator);
        Assert.Contains("whether kvm works could not be told", decision.Reason, StringComparison.Ordinal);
        Assert.Equal(2, program.Guests);
    }

    [Fact]
    public async Task Program_that_cannot_be_asked_runs_its_guests_under_TCG()
    {
        var program = FakeProgram.Script(_host, "echo 'not today' >&2; exit 1");

        var decision = await ChooseAsync(program);

        Assert.Equal("tcg", decision.Accelerator);
        Assert.Contains("was asked what it can do", decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KVM_under_which_the_guest_speaks_is_taken()
    {
        var program = FakeProgram.WithGuest(_host, "[ -f guest ] && echo QDSL-RUNS");

        var decisions = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ChooseAsync(program)));

        Assert.All(decisions, static decision => Assert.True(decision.IsKvm, decision.Reason));
        Assert.Equal(1, program.Guests);
    }

    [Fact]
    public async Task Next_boot_is_tried_anew()
    {
        var program = FakeProgram.WithGuest(_host, "exit 1");

        await ChooseAsync(program);
        await ChooseAsync(program, static facts => facts with { BootId = "another" });
        await ChooseAsync(program, static facts => facts with { BootId = "" });
        await ChooseAsync(program, static facts => facts with { BootId = "" });

        Assert.Equal(4, program.Guests);
    }

    [Theory]
    [InlineData("Darwin", "arm64", "missing", "runs Darwin, and KVM is a part of Linux")]
    [InlineData("Linux", "x86_64", "missing", "/dev/kvm does not exist")]
    [InlineData("Linux", "x86_64", "closed", "cannot be read and written by somebody")]
    [InlineData("Linux", "aarch64", "open", "is aarch64, the guest x86_64")]
    public async Task What_can_be_told_without_a_guest_is(string system, string machine, string kvm, string reason)
    {
        var program = FakeProgram.WithGuest(_host, "exit 1");

        var decision = await ChooseAsync(
            program, facts => facts with { System = system, Machine = machine, Kvm = kvm, User = "somebody" });

        Assert.Equal("tcg", decision.Accelerator);
        Assert.Contains(reason, decision.Reason, StringComparison.Ordinal);
        Assert.Equal(0, program.Guests);
    }

    [Theory]
    [InlineData("-accel", "tcg")]
    [InlineData("-machine", "pc,accel=tcg")]
    [InlineData("-enable-kvm", "-nodefaults")]
    public async Task Command_that_names_its_accelerator_is_not_started_with_another(string option, string value)
    {
        var command = new RawCommand(Tools.Qemu("x86_64"), [option, value]);

        var failure = await Assert.ThrowsAsync<QemuStartException>(
            () => _host.StartAsync(command, new VmOptions { Accelerator = Accelerator.Auto }));

        Assert.Contains("VmOptions.Accelerator is Auto, and the command says " + option, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CPU_of_the_host_under_TCG_is_refused_with_the_reason()
    {
        var program = FakeProgram.WithGuest(_host, "exit 1");

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => AcceleratorArguments.AddAsync(
            _host.Host, program.Path, ["-cpu", "host,-avx"], Options, TestContext.Current.CancellationToken));

        Assert.Contains("'-cpu host' needs KVM", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-cpu max", failure.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    // As on a host whose /dev/kvm opens, whatever is the case here; the program is none that could use it.
    private async Task<AcceleratorDecision> ChooseAsync(FakeProgram program, Func<ProgramFacts, ProgramFacts>? change = null)
    {
        var facts = await ProgramFacts.ReadAsync(_host.Host, program.Path, TestContext.Current.CancellationToken);
        facts = facts with { System = "Linux", Machine = "x86_64", Kvm = "open" };
        return await new AcceleratorChooser(_host.Host, Options)
            .ChooseAsync(change?.Invoke(facts) ?? facts, TestContext.Current.CancellationToken);
    }

    private static string ExpectedReason(AcceleratorDecision decision) => (decision.IsKvm, File.Exists("/dev/kvm"), KvmOpens()) switch
    {
        (true, _, true) => "a guest was seen to run under KVM",
        (false, _, true) => "though /dev/kvm opens: ",
        (false, true, false) => "cannot be read and written by",
        (false, false, false) => "/dev/kvm does not exist on",
        _ => throw new InvalidOperationException("KVM was taken where its device does not open."),
    };

    private static bool KvmOpens()
    {
        try
        {
            using var device = File.Open("/dev/kvm", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            return true;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string CommandLine(int pid) =>
        File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/cmdline")).Replace('\0', ' ');
}
