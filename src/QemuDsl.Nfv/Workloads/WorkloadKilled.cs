namespace QemuDsl.Nfv;

/// <summary>QEMU was ended before the workload had.</summary>
/// <param name="Signal">The signal; null when its supervisor or owner ended it.</param>
public sealed record WorkloadKilled(int? Signal) : WorkloadResult;
