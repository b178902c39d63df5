namespace QemuDsl.Nfv;

/// <summary>
/// How the workload of a VM ended: <see cref="WorkloadExited"/>, <see cref="WorkloadFailed"/>, <see cref="WorkloadPanicked"/>,
/// <see cref="WorkloadPoweredOff"/>, <see cref="WorkloadKilled"/> or <see cref="WorkloadTimedOut"/>.
/// </summary>
public abstract record WorkloadResult
{
    private protected WorkloadResult()
    {
    }
}
