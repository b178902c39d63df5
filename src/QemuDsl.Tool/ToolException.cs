namespace QemuDsl.Tool;

/// <summary>What was asked of the tool cannot be done; the message says why and what to do.</summary>
internal sealed class ToolException(string message, int exitCode = ExitCodes.BadRequest) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
