using QemuDsl.Machines;

namespace QemuDsl.Nfv;

/// <summary>
/// A VM without a disk: a kernel of the host on the host's own root, exported read-only over 9p, that runs one workload. What it writes is in memory.
/// </summary>
public record KernelVm
{
    private const int HugePageSize = 2 << 20;

    /// <summary>The kernel; <see cref="KernelFiles.FindAsync"/> finds one.</summary>
    public required KernelFiles Kernel { get; init; }

    /// <summary>What it runs.</summary>
    public required Workload Workload { get; init; }

    /// <summary>Its number among its neighbours.</summary>
    public VnfId Id { get; init; } = 1;

    /// <summary>What QEMU calls it; by its number, such as <c>vnf1</c>, when null.</summary>
    public string? Name { get; init; }

    /// <summary>CPUs, on one socket.</summary>
    public int Cpus { get; init; } = 1;

    /// <summary>Memory.</summary>
    public ByteSize Memory { get; init; } = 512.MiB();

    /// <summary>Memory the guest sets aside as huge pages of 2 MiB, mounted at <c>/dev/hugepages</c>; whole pages.</summary>
    public ByteSize GuestHugePages { get; init; }

    /// <summary>The directory of the host that is its root.</summary>
    public string Root { get; init; } = "/";

    /// <summary>What the guest keeps of its root. A guest that waits for changes of the host's files needs <see cref="RootCache.None"/>.</summary>
    public RootCache RootCache { get; init; }

    /// <summary>Which machine it is.</summary>
    public GuestMachine Machine { get; init; }

    /// <summary>The interrupt controller, where the machine is <see cref="GuestMachine.Virt"/>; QEMU's choice when null. PCs have none to choose.</summary>
    public GicVersion? GicVersion { get; init; }

    /// <summary>More parameters of the kernel.</summary>
    public KernelCommandLine KernelParameters { get; init; } = KernelCommandLine.Empty;

    /// <summary>More file systems; memory where the workload writes, such as <c>new("tmpfs", "/var/log")</c>.</summary>
    public OptionList<GuestMount> Mounts { get; init; } = [];

    /// <summary>The memory backend; when null, anonymous memory, shared where an interface needs that.</summary>
    public IMemoryBackend? MemoryBackend { get; init; }

    /// <summary>NUMA nodes of the host that the memory must come from; wherever there is some when null. Not used with <see cref="MemoryBackend"/>.</summary>
    public CpuSet? MemoryNodes { get; init; }

    /// <summary>A static busybox on the host; the one on its PATH when null.</summary>
    public string? Busybox { get; init; }

    /// <summary>
    /// Whether QEMU may start no program, change to no other user and move none of its threads (<c>-sandbox on</c>); a QEMU that was built without seccomp
    /// has no sandbox.
    /// </summary>
    public bool IsSandboxed { get; init; } = true;

    internal string NameOrNumber => Name ?? Id.Name;

    internal long HugePageCount => GuestHugePages.Bytes / HugePageSize;

    internal virtual IReadOnlyList<VnfInterface> AllInterfaces => [];

    internal virtual KernelVm With(OptionList<VnfInterface> interfaces) => this;

    internal virtual void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Cpus, 1, nameof(Cpus));
        HostMachine.Check(Machine, GicVersion);
        if (GuestHugePages.Bytes % HugePageSize != 0)
        {
            throw new ArgumentException($"{nameof(GuestHugePages)} is {GuestHugePages}, which are no whole pages of 2 MiB. Give it a multiple of them.");
        }

        if (GuestHugePages >= Memory)
        {
            throw new ArgumentException($"{nameof(GuestHugePages)} is {GuestHugePages} of {Memory}, and leaves the guest's kernel nothing. Give the VM more memory, or it fewer huge pages.");
        }
    }
}
