namespace QemuDsl.Runtime;

/// <summary>How a VM is started and stopped.</summary>
public sealed record VmOptions
{
    /// <summary>
    /// Leaves the guest paused before its first instruction; <see cref="VirtualMachine.ContinueAsync"/> lets it go. Not together with
    /// <see cref="ReadyWhen"/>, which would never come.
    /// </summary>
    public bool StartPaused { get; init; }

    /// <summary>What people call it; <see cref="VmHostExtensions.ListAsync"/> tells it. Two VMs may have the same.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// How long QEMU may live, from its start on; then it is ended wherever its owner is. Needed for
    /// <see cref="VirtualMachine.DetachAsync"/>. When null, QEMU lives until its owner ends, and not longer.
    /// </summary>
    public TimeSpan? Lifetime { get; init; }

    /// <summary>Who says what runs the guest's code: the command, or the start by what works on the host.</summary>
    public Accelerator Accelerator { get; init; }

    /// <summary>
    /// Adds a port for the guest agent and opens <see cref="VirtualMachine.Agent"/>; none when null. The guest must run <c>qemu-ga</c>.
    /// </summary>
    public GuestAgentPort? GuestAgent { get; init; }

    /// <summary>On which CPUs its threads run and how they are scheduled; as the kernel has it when null.</summary>
    public VmPlacement? Placement { get; init; }

    /// <summary>
    /// Whether a start is refused when the huge pages of the VM's memory cannot be had; QEMU would start, and the guest die of SIGBUS.
    /// </summary>
    public bool CheckHugePages { get; init; } = true;

    /// <summary>
    /// Whether a start is refused, with every reason at once, when the host's PCI devices (<c>vfio-pci</c>) cannot be handed to the VM.
    /// </summary>
    public bool CheckVfio { get; init; } = true;

    /// <summary>How long QEMU may take until the guest runs; also while it waits for a peer such as a vhost-user back end.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the start waits for once the guest runs; nothing when null.</summary>
    public BootWait? ReadyWhen { get; init; }

    /// <summary>How long <see cref="ReadyWhen"/> may take.</summary>
    public TimeSpan BootTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>What says that the guest will not come up.</summary>
    public BootFailureSigns FailureSigns { get; init; } = BootFailureSigns.Default;

    /// <summary>How <see cref="VirtualMachine.StopAsync(CancellationToken)"/> stops it.</summary>
    public StopPlan Stop { get; init; } = StopPlan.Default;

    /// <summary>How many characters of what the guest wrote are kept in <see cref="SerialConsole.Text"/>.</summary>
    public int SerialHistory { get; init; } = 256 * 1024;

    /// <summary>
    /// A folder, on the machine of the caller, under which every start or boot that fails gets a folder of its own with serial.log,
    /// stderr.log, qmp.log, command.txt, summary.json and, if there is one, screenshot.png. <see cref="Exception.Data"/> of the failure
    /// names it under <see cref="VirtualMachine.ArtifactsKey"/>. Nothing is written when null.
    /// </summary>
    public string? Artifacts { get; init; }

    /// <summary>Told of each phase as it begins.</summary>
    public IProgress<BootProgress>? Progress { get; init; }
}
