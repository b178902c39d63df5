namespace QemuDsl.Runtime;

/// <summary>A phase that began.</summary>
/// <param name="Phase">The phase.</param>
/// <param name="Elapsed">Time since the start was asked for.</param>
/// <param name="Detail">More about it, such as the process number; null when there is none.</param>
public sealed record BootProgress(BootPhase Phase, TimeSpan Elapsed, string? Detail = null);
