using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace QemuDsl.Tool.Profiles;

/// <summary>
/// Runs the profile host with the dependencies of the profile's assembly. A process of its own, because the assembly brings its own versions
/// of libraries and an ahead-of-time compiled tool cannot load one at all.
/// </summary>
internal static class ProfileHostClient
{
    /// <param name="assembly">The assembly.</param>
    /// <param name="profile">The profile's name; the only one when null.</param>
    /// <param name="json">File of its properties, <c>-</c> for standard input.</param>
    /// <param name="errors">Gets what the profile's code prints.</param>
    /// <param name="cancellationToken">Ends the host.</param>
    public static async Task<HostedProfile> LoadAsync(
        FileInfo assembly, string? profile, string? json, TextWriter errors, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", Arguments(assembly, profile, json)) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        using var output = new MemoryStream();
        var saying = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process).ConfigureAwait(false);
            throw;
        }

        var said = (await saying.ConfigureAwait(false)).Trim();
        if (process.ExitCode != 0)
        {
            throw new ToolException($"The profile could not be read from {assembly.FullName}: {Reason(process.ExitCode, said)}");
        }

        if (said.Length > 0)
        {
            await errors.WriteLineAsync(said).ConfigureAwait(false);
        }

        return Parse(assembly, output.ToArray());
    }

    private static HostedProfile Parse(FileInfo assembly, byte[] json)
    {
        try
        {
            return HostedProfile.Parse(json);
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException)
        {
            throw new ToolException(
                $"The profile's code in {assembly.FullName} ended the program that reads it, or wrote into its output.");
        }
    }

    private static string Reason(int exitCode, string said) =>
        said.Length > 0
            ? said
            : string.Create(CultureInfo.InvariantCulture, $"the profile's code ended the program that reads it with code {exitCode}.");

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new ToolException($"Profiles need the 'dotnet' program on PATH, and it could not be started: {missing.Message}. Install the .NET runtime.");
        }
    }

    private static List<string> Arguments(FileInfo assembly, string? profile, string? json)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "profile-host", "QemuDsl.ProfileHost.dll");
        var arguments = new List<string> { "exec", "--runtimeconfig", Path.ChangeExtension(host, ".runtimeconfig.json") };
        var dependencies = Path.ChangeExtension(assembly.FullName, ".deps.json");
        if (File.Exists(dependencies))
        {
            arguments.AddRange(["--depsfile", dependencies, "--additionalprobingpath", PackageFolder()]);
        }

        arguments.AddRange([host, assembly.FullName]);
        AddOption(arguments, "--profile", profile);
        AddOption(arguments, "--json", json);
        return arguments;
    }

    private static void AddOption(List<string> arguments, string name, string? value)
    {
        if (value is not null)
        {
            arguments.AddRange([name, value]);
        }
    }

    // A class library's output has no copies of its packages.
    private static string PackageFolder() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static async Task EndAsync(Process process)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
