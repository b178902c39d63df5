namespace QemuDsl.Nfv;

/// <summary>
/// What a VM on the host's root runs: <see cref="CommandWorkload"/>, <see cref="TestPmdWorkload"/>, <see cref="VppWorkload"/> or
/// <see cref="Iperf3Workload"/>.
/// </summary>
public abstract record Workload
{
    private protected Workload()
    {
    }

    internal abstract WorkloadSetup Prepare(WorkloadContext context);
}
