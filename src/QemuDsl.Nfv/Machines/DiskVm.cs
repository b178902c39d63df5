using QemuDsl.Machines;
using QemuDsl.Runtime;

namespace QemuDsl.Nfv;

/// <summary>A VM with a system of its own on a disk image and the guest agent in it: what FD.io CSIT calls a nested VM.</summary>
public sealed record DiskVm
{
    /// <summary>The disk image.</summary>
    public required string Image { get; init; }

    /// <summary>Its format; QEMU is never left to guess, because a guest could write another one into a raw image.</summary>
    public string Format { get; init; } = "qcow2";

    /// <summary>
    /// Whether what the guest writes stays in the image; else it goes to a temporary file that nobody sees (<c>snapshot=on</c>, in <c>TMPDIR</c> or
    /// <c>/var/tmp</c> of the host), and several VMs can have the same image.
    /// </summary>
    public bool WritesImage { get; init; }

    /// <summary>Images that it has as read-only disks behind the first, in raw format, such as the seed of cloud-init.</summary>
    public OptionList<string> ReadOnlyDisks { get; init; } = [];

    /// <summary>Its number among its neighbours.</summary>
    public VnfId Id { get; init; } = 1;

    /// <summary>What QEMU calls it; by its number when null.</summary>
    public string? Name { get; init; }

    /// <summary>CPUs, on one socket.</summary>
    public int Cpus { get; init; } = 1;

    /// <summary>Memory.</summary>
    public ByteSize Memory { get; init; } = 512.MiB();

    /// <summary>Its interfaces.</summary>
    public OptionList<VnfInterface> Interfaces { get; init; } = [];

    /// <summary>
    /// Whether it has one more card, on a network of QEMU's own (<c>user</c>), and a free port of <c>127.0.0.1</c> of the host leads to its port 22.
    /// </summary>
    public bool HasSsh { get; init; } = true;

    /// <summary>How its guest agent is reached; null when none runs there.</summary>
    public GuestAgentPort? Agent { get; init; } = GuestAgentPort.VirtioSerial;

    /// <summary>Which machine it is.</summary>
    public GuestMachine Machine { get; init; }

    /// <summary>The interrupt controller, where the machine is <see cref="GuestMachine.Virt"/>; QEMU's choice when null. PCs have none to choose.</summary>
    public GicVersion? GicVersion { get; init; }

    /// <summary>The memory backend; when null, anonymous memory, shared where an interface needs that.</summary>
    public IMemoryBackend? MemoryBackend { get; init; }

    /// <summary>A kernel of the host that is booted in place of the image's boot loader.</summary>
    public string? Kernel { get; init; }

    /// <summary>The initial RAM disk of <see cref="Kernel"/>.</summary>
    public string? Initrd { get; init; }

    /// <summary>The parameters of <see cref="Kernel"/>.</summary>
    public KernelCommandLine KernelParameters { get; init; } = KernelCommandLine.Empty;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Cpus, 1, nameof(Cpus));
        HostMachine.Check(Machine, GicVersion);
        SharedMemory.Require(MemoryBackend, Interfaces);
        if (Kernel is null && (Initrd is not null || KernelParameters.ToString().Length > 0))
        {
            throw new ArgumentException($"{nameof(Initrd)} and {nameof(KernelParameters)} belong to {nameof(Kernel)}, which is not set. Set it, or leave them out.");
        }
    }
}
