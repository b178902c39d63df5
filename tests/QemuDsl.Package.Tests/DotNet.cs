using System.Diagnostics;

namespace QemuDsl.Package.Tests;

/// <summary>Runs the real <c>dotnet</c> in a directory.</summary>
internal static class DotNet
{
    public static async Task<string> RunAsync(string directory, CancellationToken cancellationToken, params string[] arguments) =>
        Succeeded(directory, arguments, await TryAsync(directory, Path.Combine(directory, ".packages"), cancellationToken, arguments));

    /// <summary>Returns the output of one that has succeeded.</summary>
    public static string Succeeded(string directory, string[] arguments, (int ExitCode, string Output) result)
    {
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} in {directory} ended with {result.ExitCode}:\n{result.Output}");
        return result.Output;
    }

    /// <summary>Runs it, with the folder of packages that is given, or else the one that the <c>nuget.config</c> names.</summary>
    public static async Task<(int ExitCode, string Output)> TryAsync(
        string directory, string? packages, CancellationToken cancellationToken, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory, RedirectStandardOutput = true, RedirectStandardError = true,
        };

        // A fresh user has none of this build's settings, and a package version may stand once in a cache that outlives the test.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        // A property of every project: nothing to wait for here.
        start.Environment["NuGetAudit"] = "false";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
