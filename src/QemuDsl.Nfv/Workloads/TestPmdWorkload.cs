using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>DPDK's testpmd between the interfaces of the VM, as FD.io CSIT runs it. It is at work when it waits for its end.</summary>
public sealed record TestPmdWorkload : Workload
{
    /// <summary>The program: a path on the host's root, or a name.</summary>
    public string Program { get; init; } = "dpdk-testpmd";

    /// <summary>Queues of each interface and direction; as many as every vhost-user interface has when null.</summary>
    public int? Queues { get; init; }

    /// <summary>Frames of up to 9200 bytes.</summary>
    public bool UsesJumboFrames { get; init; }

    /// <summary>Hardware addresses of the neighbours, one for each interface; none: packets are sent on as they are.</summary>
    public OptionList<MacAddress> Peers { get; init; } = [];

    /// <summary>The guest's driver that hands the interfaces to testpmd.</summary>
    public string Driver { get; init; } = "uio_pci_generic";

    /// <summary>The release of DPDK, for options that were spelled otherwise (<c>-w</c> before 20.11); a current one when null.</summary>
    public ProgramVersion? Version { get; init; }

    /// <summary>Changes what CSIT's command has; null leaves it.</summary>
    public Func<TestPmdCommand, TestPmdCommand>? Change { get; init; }

    internal override WorkloadSetup Prepare(WorkloadContext context)
    {
        var command = new CsitTestPmd
        {
            Cpus = context.Cpus,
            Devices = context.Devices,
            Queues = Queues ?? context.Queues,
            UsesJumboFrames = UsesJumboFrames,
            Peers = Peers,
        }.ToCommand();
        command = Change?.Invoke(command) ?? command;
        return new WorkloadSetup
        {
            Command = [Program, .. command.ToArguments(Version)],
            NeedsHugePages = !command.Eal.NoHuge,
            Modules = [Driver],
            Drivers = [.. context.Devices.Select(device => (device, Driver))],

            // It ends at the end of its input.
            HasInput = true,
            Ready = Boot.UntilSerial("Press enter to exit"),
        };
    }
}
