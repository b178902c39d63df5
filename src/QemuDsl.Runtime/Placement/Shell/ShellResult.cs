namespace QemuDsl.Runtime;

/// <summary>What a script ended with and printed.</summary>
internal sealed record ShellResult(int Code, string Output, string Errors);
