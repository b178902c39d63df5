namespace QemuDsl.Runtime;

/// <summary>A program and its arguments, as <c>execve</c> gets them.</summary>
/// <param name="Program">The program.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record HostCommand(string Program, IReadOnlyList<string> Arguments);
