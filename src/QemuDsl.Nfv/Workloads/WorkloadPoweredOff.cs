namespace QemuDsl.Nfv;

/// <summary>The guest went off before the workload had ended.</summary>
public sealed record WorkloadPoweredOff : WorkloadResult;
