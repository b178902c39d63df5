namespace QemuDsl.Nfv.Tests;

/// <summary>testpmd's command line as the original writes it.</summary>
public sealed class TestPmdTests
{
    private static readonly CsitTestPmd TwoCpus = new() { Cpus = 2, Devices = ["0000:00:06.0", "0000:00:07.0"] };

    [Fact]
    public void Packets_are_sent_on_as_they_are() => Assert.Equal(
        [
            "-v", "-l", "0-1", "-a", "0000:00:06.0", "-a", "0000:00:07.0", "--in-memory", "--",
            "--forward-mode=io", "--burst=64", "--txd=1024", "--rxd=1024", "--txq=1", "--rxq=1", "--tx-offloads=0x0", "--numa", "--auto-start",
            "--total-num-mbufs=16384", "--nb-ports=2", "--portmask=0x3", "--disable-link-check", "--max-pkt-len=1518", "--mbuf-size=16384", "--nb-cores=1",
        ],
        TwoCpus.ToCommand().ToArguments());

    [Fact]
    public void Packets_are_sent_to_the_neighbours()
    {
        var arguments = (TwoCpus with { Peers = ["52:54:00:00:00:02", "52:54:00:00:02:01"] }).ToCommand().ToArguments();

        Assert.Contains("--forward-mode=mac", arguments);
        Assert.Equal(["--eth-peer=0,52:54:00:00:00:02", "--eth-peer=1,52:54:00:00:02:01"], arguments.Where(static argument => argument.StartsWith("--eth-peer", StringComparison.Ordinal)));
    }

    [Fact]
    public void Jumbo_frames_queues_and_CPUs_are_told()
    {
        var options = (TwoCpus with { Cpus = 5, Queues = 4, UsesJumboFrames = true }).ToCommand().Options!;

        Assert.Equal((9200, 4, 4, 4), (options.MaxPktLen, options.Rxq, options.Txq, options.NbCores));
    }

    [Theory]
    [InlineData("20.08", "-w")]
    [InlineData("20.11", "-a")]
    [InlineData("22.11", "-a")]
    public void The_release_decides_how_devices_are_allowed(string version, string option)
    {
        var arguments = TwoCpus.ToCommand().ToArguments(ProgramVersion.Parse(version));

        Assert.Equal([option, "0000:00:06.0", option, "0000:00:07.0"], arguments.Skip(3).Take(4));
        Assert.Equal(TwoCpus.ToCommand(), TestPmdCommand.Parse(arguments).Value);
    }

    [Fact]
    public void One_CPU_is_refused_because_the_main_lcore_forwards_nothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => (TwoCpus with { Cpus = 1 }).ToCommand());
        Assert.Throws<ArgumentException>(static () => (TwoCpus with { Peers = ["52:54:00:00:00:02"] }).ToCommand());
        Assert.Throws<ArgumentException>(static () => (TwoCpus with { Devices = [] }).ToCommand());
        var command = TwoCpus.ToCommand();
        var finding = Assert.Single((command with { Options = command.Options! with { NbCores = 2 } }).Check());
        Assert.StartsWith("QDV0002 dpdk-testpmd, key '--nb-cores': is too much for 2 lcores", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_original_writes_has_no_fault() =>
        Assert.Empty((TwoCpus with { Peers = ["52:54:00:00:00:02", "52:54:00:00:02:01"] }).ToCommand().Check(new ProgramVersion(20, 2)));

    [Fact]
    public void Peers_without_their_mode_are_told()
    {
        var command = TwoCpus.ToCommand();
        var finding = Assert.Single((command with { Options = command.Options! with { EthPeer = [new EthPeer(0, "52:54:00:00:00:02")] } }).Check());

        Assert.Equal(("--eth-peer", Severity.Warning), (finding.Key, finding.Severity));
    }
}
