namespace QemuDsl.Runtime;

/// <summary>Finds a program as <c>execvp</c> would.</summary>
internal static class ProgramSearch
{
    public static string? Find(string program) => program.Contains('/', StringComparison.Ordinal)
        ? IsExecutable(program) ? program : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => Path.Combine(directory, program))
            .FirstOrDefault(IsExecutable);

    private static bool IsExecutable(string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (File.GetUnixFileMode(path) & Execute) != 0;
    }
}
