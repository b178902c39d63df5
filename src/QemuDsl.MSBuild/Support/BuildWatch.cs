using System.Diagnostics;
using System.Globalization;

namespace QemuDsl.MSBuild;

/// <summary>
/// Notices that the build is gone. A task host whose build was killed waits for its task to end before it ends itself (MSBuild 18), so a start that goes
/// on there would leave a VM that nobody asked for any more.
/// </summary>
internal static class BuildWatch
{
    private const string TaskHost = "/nodemode:2";
    private const int ParentField = 1;

    /// <summary>Completes when the build that this task host works for has ended; never in the build itself.</summary>
    public static async Task EndedAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || !Environment.GetCommandLineArgs().Contains(TaskHost, StringComparer.OrdinalIgnoreCase))
        {
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            using var build = Process.GetProcessById(Parent());
            await build.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            // Gone already.
        }
    }

    // The name in front may hold blanks and parentheses.
    private static int Parent()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[ParentField], CultureInfo.InvariantCulture);
    }
}
