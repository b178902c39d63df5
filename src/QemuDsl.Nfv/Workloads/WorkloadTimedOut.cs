namespace QemuDsl.Nfv;

/// <summary>The workload did not end in time.</summary>
/// <param name="After">How long it had.</param>
public sealed record WorkloadTimedOut(TimeSpan After) : WorkloadResult;
