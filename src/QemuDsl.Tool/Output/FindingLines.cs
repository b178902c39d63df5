namespace QemuDsl.Tool.Output;

/// <summary>What is wrong with a description, or probably is, one line each.</summary>
internal static class FindingLines
{
    /// <summary>Prints all; whether one of them keeps QEMU from being started.</summary>
    public static async Task<bool> WriteAsync(TextWriter errors, IQemuCommand command)
    {
        var findings = command.Check();
        await WriteAsync(errors, findings).ConfigureAwait(false);
        return findings.Any(static finding => finding.Severity == Severity.Error);
    }

    /// <summary>Prints what is no error: errors are told by the start that they refuse.</summary>
    public static Task WarnAsync(TextWriter errors, IQemuCommand command) =>
        WriteAsync(errors, command.Check().Where(static finding => finding.Severity != Severity.Error));

    private static async Task WriteAsync(TextWriter errors, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            await errors.WriteLineAsync($"{finding.Severity}: {finding}").ConfigureAwait(false);
        }
    }
}
