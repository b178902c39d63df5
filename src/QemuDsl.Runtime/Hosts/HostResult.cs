namespace QemuDsl.Runtime;

/// <summary>What a command of a host ended with and printed.</summary>
/// <param name="Code">Its exit code, 128 and the number when a signal ended it.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it said on stderr.</param>
public sealed record HostResult(int Code, string Output, string Errors);
