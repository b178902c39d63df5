using System.Diagnostics;
using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests.Capabilities;

/// <summary>What a program says of itself, be it QEMU or not.</summary>
public sealed class CapabilityProbeTests
{
    public static TheoryData<string> Binaries => [.. QemuBinaries.All("x86_64").Select(static binary => binary.Name)];

    [Theory]
    [MemberData(nameof(Binaries))]
    public async Task QEMU_tells_its_version_machines_devices_CPUs_accelerators_and_commands(string name)
    {
        await using var host = new TestHost();

        var told = await GetAsync(host, FakeProgram.Alone(host, QemuBinaries.Require(name, "x86_64")));

        Assert.True(told.Version >= new QemuVersion(7, 0), told.Version.ToString());
        Assert.Equal("x86_64", told.Target);
        Assert.Equal("q35", told.FindMachine("q35")!.Alias);
        Assert.StartsWith("pc-q35-", told.FindMachine("q35")!.Name, StringComparison.Ordinal);
        Assert.InRange(told.FindMachine("q35")!.MaxCpus, 255, 1 << 20);
        Assert.True(told.FindMachine("q35")!.HasHotpluggableCpus);
        Assert.False(told.FindMachine("microvm")!.HasHotpluggableCpus);
        Assert.Equal("pc", told.Machines.Single(static machine => machine.IsDefault).Alias);
        Assert.True(told.HasDevice("virtio-net-pci"));
        Assert.True(told.HasDevice("virtio-net"), "an alias");
        Assert.False(told.HasDevice("virtio-pci"), "abstract");
        Assert.Contains("kvm", told.CpuModels.Single(static model => model.Name == "host").UnavailableFeatures);
        Assert.Empty(told.CpuModels.Single(static model => model.Name == "max").UnavailableFeatures);
        Assert.Contains("tcg", told.Accelerators);
        Assert.Contains("query-status", told.QmpCommands);
    }

    [Fact]
    public async Task QEMU_of_another_architecture_tells_its_own()
    {
        await using var host = new TestHost();

        var told = await GetAsync(host, Tools.Qemu("aarch64"));

        Assert.Equal("aarch64", told.Target);
        Assert.Equal("virt", told.FindMachine("virt")!.Alias);
        Assert.Contains(told.CpuModels, static model => model.Name == "cortex-a57");
    }

    [Theory]
    [InlineData("garbage", "HTTP/1.1 400 Bad Request")]
    [InlineData("no-object", "no JSON object")]
    [InlineData("deep", "[[[[")]
    [InlineData("endless-line", "longer than")]
    [InlineData("silent", "did not answer within 2 s")]
    [InlineData("mute-after-greeting", "did not answer within 2 s")]
    [InlineData("dies-after-greeting", "fake: out of luck")]
    [InlineData("stubborn", "does not have the form QEMU gives it")]
    [InlineData("event-flood", "does not have the form QEMU gives it")]
    public async Task Program_that_does_not_answer_as_QEMU_is_an_error_that_says_how(string mode, string words)
    {
        await using var host = new TestHost();
        var program = FakeProgram.Of(host, mode);
        var limit = words.EndsWith("within 2 s", StringComparison.Ordinal) ? TimeSpan.FromSeconds(2) : TimeSpan.FromMinutes(1);

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => GetAsync(host, program.Path, limit));

        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains(program.Path, failure.Message, StringComparison.Ordinal);
        await program.IsGoneAsync();
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("exec cat")]
    [InlineData("exec yes")]
    [InlineData("yes >&2")]
    [InlineData("trap '' TERM INT HUP; echo 'who are you?' >&2; exec sleep 600 9<\"$0\"")]
    public async Task Program_that_is_no_QEMU_at_all_is_given_up_in_time(string shell)
    {
        await using var host = new TestHost();
        var program = FakeProgram.Script(host, shell);
        var start = Stopwatch.GetTimestamp();

        await Assert.ThrowsAsync<QemuStartException>(() => GetAsync(host, program.Path, TimeSpan.FromSeconds(2)));

        Assert.InRange(Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(30));
        await program.IsGoneAsync();
    }

    [Fact]
    public async Task Refusal_of_a_program_is_quoted()
    {
        await using var host = new TestHost();
        var program = FakeProgram.Script(host, "echo \"$0: -accel: invalid option\" >&2; exit 1");

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => GetAsync(host, program.Path));

        Assert.Contains("-accel: invalid option", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_program_is_said()
    {
        await using var host = new TestHost();

        var failure = await Assert.ThrowsAsync<QemuStartException>(() => GetAsync(host, "/nowhere/qemu-system-x86_64"));

        Assert.Contains("'/nowhere/qemu-system-x86_64' does not exist", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_up_leaves_no_process()
    {
        await using var host = new TestHost();
        var program = FakeProgram.Of(host, "silent");
        using var giveUp = new CancellationTokenSource();

        var asking = host.Host.GetCapabilitiesAsync(program.Path, Options(host, TimeSpan.FromHours(1)), giveUp.Token);
        await Eventually.TrueAsync(() => program.Starts > 0, "it was started");
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await program.IsGoneAsync();
    }

    [Fact]
    public async Task Host_ends_it_when_nobody_else_does()
    {
        await using var host = new TestHost();
        var program = FakeProgram.Script(host, "trap '' TERM; sleep 600 & wait; wait");
        var command = HostShell.Command("run-bounded.sh", ["1", program.Path]);

        await using var process = await host.Host.StartProcessAsync(command, TestContext.Current.CancellationToken);

        Assert.Equal(137, await process.Completion.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        await program.IsGoneAsync();
    }

    private static Task<QemuCapabilities> GetAsync(TestHost host, string program, TimeSpan? timeout = null) =>
        host.Host.GetCapabilitiesAsync(program, Options(host, timeout ?? TimeSpan.FromMinutes(1)), TestContext.Current.CancellationToken);

    private static CapabilityOptions Options(TestHost host, TimeSpan timeout) =>
        new() { CacheDirectory = host.File("cache"), Timeout = timeout };
}
