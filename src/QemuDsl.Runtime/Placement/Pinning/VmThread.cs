namespace QemuDsl.Runtime;

/// <summary>A thread of a VM on its host.</summary>
/// <param name="Id">Its number, as <c>taskset</c> takes it.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Name">Its name in <c>/proc</c>; telling only under <c>-name debug-threads=on</c>.</param>
public sealed record VmThread(int Id, VmThreadKind Kind, string Name)
{
    /// <summary>The vCPUs it runs (<c>cpu-index</c>); empty for other threads.</summary>
    public CpuSet VCpus { get; init; }

    /// <summary>The id of its <c>iothread</c> object; null for other threads.</summary>
    public string? IoThread { get; init; }

    /// <summary>Whether it belongs to the kernel and not to QEMU's process, as vhost's do before Linux 6.4.</summary>
    public bool IsKernel { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        VmThreadKind.VCpu => $"vCPU {VCpus} (thread {Id})",
        VmThreadKind.IoThread => $"I/O thread {Evidence.Printable(IoThread ?? "")} (thread {Id})",
        VmThreadKind.Vhost => $"vhost (thread {Id})",
        VmThreadKind.Emulator => $"main loop (thread {Id})",
        _ => $"worker '{Evidence.Printable(Name)}' (thread {Id})",
    };
}
