using QemuDsl.TestKit;

namespace QemuDsl.Runtime.Tests;

/// <summary>A program of the host that never ends, for whoever looks into its folder before all others. While it is there it has the folder in its arguments or open.</summary>
internal static class HangingProgram
{
    /// <param name="folder">Where it is made.</param>
    /// <param name="name">The program it takes the place of.</param>
    /// <param name="reached">A file that is there once somebody has called it.</param>
    /// <returns>A PATH that begins with the folder.</returns>
    public static async Task<string> MakeAsync(string folder, string name, string reached)
    {
        // Written by another program: a process that is started meanwhile would keep it open, and what is open for writing cannot be run.
        await ChildProcess.RunAsync(
            "/bin/sh",
            ["-c", "mkdir -p \"$1\" && printf '#!/bin/sh\\n: >\"%s\"\\nexec sleep 600 <\"$0\"\\n' \"$3\" >\"$1/$2\" && chmod 700 \"$1/$2\"", "sh", folder, name, reached],
            TestContext.Current.CancellationToken);
        return $"{folder}:{Environment.GetEnvironmentVariable("PATH")}";
    }
}
