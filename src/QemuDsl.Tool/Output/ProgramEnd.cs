namespace QemuDsl.Tool.Output;

/// <summary>How a program of a guest ended.</summary>
/// <param name="ExitCode">Its exit code; 128 and the number when a signal ended it.</param>
/// <param name="Signal">The signal that ended it; null when it ended by itself.</param>
/// <param name="Output">What it wrote to stdout.</param>
/// <param name="Error">What it wrote to stderr.</param>
/// <param name="IsTruncated">Whether the agent left out some of that.</param>
internal sealed record ProgramEnd(int ExitCode, int? Signal, string Output, string Error, bool IsTruncated);
