namespace QemuDsl.Nfv;

/// <summary>The guest went off, or would have rebooted, before the workload had ended.</summary>
public sealed record WorkloadPoweredOff : WorkloadResult;
