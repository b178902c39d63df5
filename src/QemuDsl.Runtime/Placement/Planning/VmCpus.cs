namespace QemuDsl.Runtime;

/// <summary>The CPUs of one VM.</summary>
/// <param name="Chain">Its chain, from 1.</param>
/// <param name="Vm">Its place in the chain, from 1.</param>
/// <param name="Main">The CPU of its main thread: vCPU 0 and QEMU's own threads.</param>
/// <param name="Data">The CPUs of its data threads: vCPU 1 and on. First one thread of every core, then their siblings.</param>
/// <param name="Nodes">The NUMA nodes they are on, for <c>host-nodes</c> of its memory.</param>
public sealed record VmCpus(int Chain, int Vm, int Main, OptionList<int> Data, CpuSet Nodes)
{
    /// <summary>How many vCPUs the VM has (<c>-smp</c>).</summary>
    public int VCpus => Data.Count + 1;

    /// <summary>All of its CPUs.</summary>
    public CpuSet All => CpuSet.Of([Main, .. Data]);

    /// <summary>Each vCPU on its CPU, QEMU's own threads beside vCPU 0.</summary>
    public VmPlacement ToPlacement() => new()
    {
        VCpus = [CpuSet.Of(Main), .. Data.Select(static cpu => CpuSet.Of(cpu))], Emulator = CpuSet.Of(Main),
    };
}
