namespace QemuDsl.Nfv;

/// <summary>The guest's kernel panicked.</summary>
/// <param name="Message">Its words.</param>
public sealed record WorkloadPanicked(string Message) : WorkloadResult;
