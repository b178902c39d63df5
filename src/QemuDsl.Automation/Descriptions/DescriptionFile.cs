namespace QemuDsl.Automation;

/// <summary>Reads a file that somebody named.</summary>
internal static class DescriptionFile
{
    private const int Limit = 4 * 1024 * 1024;

    public static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return new FileInfo(file) is { Exists: true, Length: > Limit }
                ? throw new AutomationException(AutomationFailure.File, $"{file} has more than {Limit / 1024 / 1024} MiB: it describes no VM.")
                : await File.ReadAllTextAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new AutomationException(AutomationFailure.File, $"{file} cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
