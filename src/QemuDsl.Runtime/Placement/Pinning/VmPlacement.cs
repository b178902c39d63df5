namespace QemuDsl.Runtime;

/// <summary>
/// On which CPUs the threads of a VM run and how they are scheduled. It is carried out before the guest's first instruction, so its memory
/// is first touched from there; threads that appear later follow. What is not set stays as the kernel has it.
/// </summary>
public sealed record VmPlacement
{
    /// <summary>The CPUs of each vCPU, in the order of <c>cpu-index</c>; as many as the VM has, or none.</summary>
    public OptionList<CpuSet> VCpus { get; init; }

    /// <summary>The CPUs of I/O threads (<c>-object iothread</c>), by id.</summary>
    public IReadOnlyDictionary<string, CpuSet> IoThreads { get; init; } = new Dictionary<string, CpuSet>();

    /// <summary>The CPUs of QEMU's main loop and of its workers.</summary>
    public CpuSet? Emulator { get; init; }

    /// <summary>
    /// The CPUs of the kernel's threads for <c>vhost=on</c>. Before Linux 6.4 they are not QEMU's own: moving them takes CAP_SYS_NICE.
    /// </summary>
    public CpuSet? Vhost { get; init; }

    /// <summary>How vCPUs are scheduled.</summary>
    /// <remarks>
    /// A real-time vCPU that shares its CPU with the main loop can keep QEMU from answering for ever: give them CPUs apart.
    /// </remarks>
    public ThreadScheduling? VCpuScheduling { get; init; }

    /// <summary>How I/O threads are scheduled.</summary>
    public ThreadScheduling? IoThreadScheduling { get; init; }

    /// <summary>How QEMU's main loop is scheduled.</summary>
    public ThreadScheduling? EmulatorScheduling { get; init; }

    /// <summary>How the kernel's vhost threads are scheduled.</summary>
    public ThreadScheduling? VhostScheduling { get; init; }

    /// <summary>How often threads that appeared meanwhile are looked for; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan RefreshInterval { get; init; } = TimeSpan.FromSeconds(5);
}
