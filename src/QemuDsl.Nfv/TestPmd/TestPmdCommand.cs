namespace QemuDsl.Nfv;

/// <summary>The command line of DPDK's testpmd.</summary>
[Tool("dpdk-testpmd")]
public sealed partial record TestPmdCommand
{
    /// <summary>What every DPDK program has.</summary>
    public required EalOptions Eal { get; init; }

    /// <summary>What is testpmd's own.</summary>
    public TestPmdOptions? Options { get; init; }

    // The main lcore forwards nothing, so N forwarding ones need N + 1.
    static partial void CheckMore(TestPmdCommand value, Findings findings)
    {
        if (value.Eal.Cores is { } cores && value.Options?.NbCores >= cores.Count)
        {
            findings.Error(
                FindingIds.OutOfRange, "--nb-cores", $"{value.Options.NbCores}", $"is too much for {cores.Count} lcores, of which one is the main lcore and forwards nothing",
                "Give -l one CPU more than --nb-cores.");
        }

        if (value.Options is { ForwardMode: not ForwardMode.Mac, EthPeer.Count: > 0 })
        {
            findings.Warning(FindingIds.Requirement, "--eth-peer", null, "is used in forward mode mac only", "Set ForwardMode to Mac, or leave the peers out.");
        }
    }
}
