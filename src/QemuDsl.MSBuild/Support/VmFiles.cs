namespace QemuDsl.MSBuild;

/// <summary>Where the records of a project's VMs are.</summary>
internal static class VmFiles
{
    private static readonly char[] Forbidden = ['/', '\\', '\0', '\n'];

    public static string Record(string directory, string name) =>
        name.AsSpan().ContainsAny(Forbidden) || name.StartsWith('.')
            ? throw new AutomationException(
                AutomationFailure.Text, $"'{name}' cannot be the name of a VM, because a file is called after it. Leave slashes and leading dots out.")
            : Path.Combine(Path.GetFullPath(directory), $"{name}.json");

    public static async Task<VmRecord> ReadAsync(string file, CancellationToken cancellationToken) =>
        await VmRecordFile.ReadAsync(Path.GetFullPath(file), cancellationToken).ConfigureAwait(false)
        ?? throw new AutomationException(
            AutomationFailure.NotRunning, $"There is no record {Path.GetFullPath(file)}: the VM was not started, or was stopped. Run the target QemuStart before.");
}
