namespace QemuDsl.Tool.Output;

/// <summary>A script for a shell.</summary>
/// <param name="Shell">The shell.</param>
/// <param name="Script">What it is to read.</param>
internal sealed record ShellScript(string Shell, string Script);
