namespace QemuDsl.Nfv;

/// <summary>The testpmd that FD.io CSIT runs in its VMs, with the values its measurements depend on.</summary>
public sealed record CsitTestPmd
{
    /// <summary>CPUs of the VM: the first is the main lcore's, each other one forwards.</summary>
    public required int Cpus { get; init; }

    /// <summary>The devices it forwards between, such as <c>0000:00:06.0</c> and <c>0000:00:07.0</c>.</summary>
    public required OptionList<PciBdf> Devices { get; init; }

    /// <summary>Queues of each device and direction.</summary>
    public int Queues { get; init; } = 1;

    /// <summary>Frames of up to 9200 bytes.</summary>
    public bool UsesJumboFrames { get; init; }

    /// <summary>Neighbours, one for each device: packets are addressed to them. None: packets are sent on as they are.</summary>
    public OptionList<MacAddress> Peers { get; init; } = [];

    /// <summary>The command line.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two CPUs, of which none would forward, or no queue.</exception>
    /// <exception cref="ArgumentException">There is no device, or not one peer for each.</exception>
    public TestPmdCommand ToCommand()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Cpus, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(Queues, 1);
        if (Devices.Count == 0 || (Peers.Count > 0 && Peers.Count != Devices.Count))
        {
            throw new ArgumentException($"testpmd needs a device at least, and a peer for each or none; these are {Devices.Count} devices and {Peers.Count} peers.");
        }

        return new TestPmdCommand
        {
            Eal = new EalOptions { Version = true, Cores = CpuSet.Of(Enumerable.Range(0, Cpus)), Allow = [.. Devices.Select(AllowedDevice.FromPciBdf)], InMemory = true },
            Options = Options(),
        };
    }

    private TestPmdOptions Options() => new()
    {
        ForwardMode = Peers.Count > 0 ? ForwardMode.Mac : ForwardMode.Io,
        Burst = 64,
        Txd = 1024,
        Rxd = 1024,
        Txq = Queues,
        Rxq = Queues,
        TxOffloads = new HexMask(0),
        Numa = true,
        AutoStart = true,
        TotalNumMbufs = 16_384,
        NbPorts = Devices.Count,
        Portmask = HexMask.Lowest(Devices.Count),
        DisableLinkCheck = true,
        EthPeer = [.. Peers.Select(static (mac, port) => new EthPeer(port, mac))],
        MaxPktLen = UsesJumboFrames ? 9200 : 1518,
        MbufSize = 16_384,
        NbCores = Cpus - 1,
    };
}
