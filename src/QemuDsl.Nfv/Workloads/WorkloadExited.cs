namespace QemuDsl.Nfv;

/// <summary>The workload ended by itself.</summary>
/// <param name="Code">Its exit code, 128 and the number when a signal ended it; 126 and 127 when it could not be run.</param>
public sealed record WorkloadExited(int Code) : WorkloadResult;
