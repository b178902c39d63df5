using System.Text.RegularExpressions;
using QemuDsl.TestKit;

namespace QemuDsl.Nfv.Tests;

/// <summary>What we write, held against the real testpmd.</summary>
public sealed class RealTestPmdTests
{
    // No huge page, no device, nothing shared: it runs beside anything else on the machine.
    private static readonly EalOptions Apart = new() { Cores = "0-1", NoHuge = true, NoPci = true, NoShconf = true, NoTelemetry = true, MemoryMebibytes = 256 };

    [Fact]
    public async Task Every_option_is_one_that_testpmd_has()
    {
        var help = await RunAsync(["--help"]) + await RunAsync([.. Apart.ToArguments(), "--", "--help"]);
        var command = new TestPmdCommand { Eal = Everything.In<EalOptions>(), Options = Everything.In<TestPmdOptions>() };
        var options = command.ToArguments().Where(static argument => argument.StartsWith('-') && argument != "--").Select(static argument => argument.Split('=')[0]).ToList();

        Assert.True(options.Count > 50);
        Assert.All(options, option => Assert.Matches($@"(?m)(^|[\s,]){Regex.Escape(option)}($|[\s=:,\[<])", help));
    }

    [Fact]
    public async Task Every_forward_mode_is_one_that_testpmd_has()
    {
        var help = await RunAsync([.. Apart.ToArguments(), "--", "--help"]);
        var modes = Regex.Match(help, @"--forward-mode=N: .*\(N: ([^)]*)\)").Groups[1].Value.Split('|');

        Assert.All(Enum.GetValues<ForwardMode>(), mode => Assert.Contains(ForwardModeWords.Of(mode), modes));
    }

    [Fact]
    public async Task What_CSIT_gives_it_is_taken()
    {
        var csit = new CsitTestPmd { Cpus = 2, Devices = ["0000:00:06.0", "0000:00:07.0"], Peers = ["52:54:00:00:00:02", "52:54:00:00:02:01"] };
        var options = csit.ToCommand().Options! with { MbufSize = 2048, TotalNumMbufs = 4096 };
        var command = new TestPmdCommand { Eal = Apart with { Vdev = ["net_null0", "net_null1"] }, Options = options };

        var said = await RunAsync(command.ToArguments());

        Assert.Contains("mac packet forwarding", said, StringComparison.Ordinal);
        Assert.Contains("Press enter to exit", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_we_find_wrong_testpmd_refuses_too()
    {
        var command = new TestPmdCommand { Eal = Apart with { Vdev = ["net_null0", "net_null1"] }, Options = new TestPmdOptions { NbCores = 2 } };

        Assert.NotEmpty(command.Check());
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(command.ToArguments()));
    }

    // Its input is at its end, so it stops as soon as it waits for somebody to press enter.
    private static async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        return await ChildProcess.RunAsync(Tools.Require("dpdk-testpmd"), arguments, deadline.Token);
    }
}
