namespace QemuDsl.Tool;

/// <summary>Failures under the exit codes of a command that passes on those of others.</summary>
internal static class ToolFailures
{
    /// <summary>What keeps <c>exec</c> from running a program has an exit code of its own.</summary>
    public static async Task<int> AsExecAsync(Func<Task<int>> exec)
    {
        try
        {
            return await exec().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is ToolException or QemuException or IOException or UnauthorizedAccessException)
        {
            throw new ToolException(failure.Message, ExitCodes.NotExecuted);
        }
    }
}
