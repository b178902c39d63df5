namespace QemuDsl.Nfv;

/// <summary>The guest could not run the workload.</summary>
/// <param name="Reason">Why, in the words of its init.</param>
public sealed record WorkloadFailed(string Reason) : WorkloadResult;
