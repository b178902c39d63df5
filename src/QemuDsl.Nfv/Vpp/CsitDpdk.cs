namespace QemuDsl.Nfv;

/// <summary>The interfaces of a VM in FD.io CSIT, driven by VPP's DPDK plugin.</summary>
public sealed record CsitDpdk
{
    /// <summary>The devices, such as <c>0000:00:06.0</c> and <c>0000:00:07.0</c>.</summary>
    public required OptionList<PciBdf> Devices { get; init; }

    /// <summary>Receive queues of each.</summary>
    public required int RxQueues { get; init; }

    /// <summary>Frames of up to 9200 bytes; without them packets are single buffers, and checksums the CPU's.</summary>
    public bool UsesJumboFrames { get; init; }

    internal DpdkSection ToSection()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(RxQueues, 1);
        return new DpdkSection
        {
            Devices = [.. Devices.Select(static device => new DpdkDevice { Address = device })],
            Default = new DpdkDeviceDefaults { NumRxQueues = RxQueues },
            LogLevel = "debug",
            NoMultiSeg = !UsesJumboFrames,
            NoTxChecksumOffload = !UsesJumboFrames,
        };
    }
}
