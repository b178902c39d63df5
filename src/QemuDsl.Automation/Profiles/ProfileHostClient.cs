using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace QemuDsl.Automation;

/// <summary>
/// Runs the profile host with the dependencies of the profile's assembly. A process of its own, because the assembly brings its own versions
/// of libraries and an ahead-of-time compiled program cannot load one at all.
/// </summary>
internal sealed class ProfileHostClient(ProfileDescription description)
{
    // What the host ends with when a property of the profile is wrong, and not the profile itself.
    private const int WrongProperty = 3;

    private readonly string _assembly = Path.GetFullPath(description.Assembly);

    public async Task<HostedProfile> LoadAsync(CancellationToken cancellationToken)
    {
        CheckFiles();
        using var process = Start();
        using var output = new MemoryStream();
        var saying = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await WritePropertiesAsync(process, cancellationToken).ConfigureAwait(false);
            await process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        var said = (await saying.ConfigureAwait(false)).Trim();
        return process.ExitCode == 0
            ? Parse(output.ToArray(), said)
            : throw new AutomationException(
                process.ExitCode == WrongProperty ? AutomationFailure.Property : AutomationFailure.Description,
                $"The profile could not be read from {_assembly}: {Reason(process.ExitCode, said)}");
    }

    private void CheckFiles()
    {
        if (!File.Exists(_assembly))
        {
            throw new AutomationException(
                AutomationFailure.File,
                $"The profile could not be read: There is no assembly {_assembly}. Build the project that holds the profile first.");
        }

        if (description.JsonFile is { } json && json != "-" && !File.Exists(json))
        {
            throw new AutomationException(AutomationFailure.File, $"There is no file {json} with properties of the profile. Write it, or name another one.");
        }
    }

    private HostedProfile Parse(byte[] json, string said)
    {
        try
        {
            return HostedProfile.Parse(json, said);
        }
        // Of another shape than the host writes: missing, of another kind, no base64, no severity.
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new AutomationException(
                AutomationFailure.Description, $"The profile's code in {_assembly} ended the program that reads it, or wrote into its output.", wrong);
        }
    }

    private static string Reason(int exitCode, string said) =>
        said.Length > 0
            ? said
            : string.Create(CultureInfo.InvariantCulture, $"the profile's code ended the program that reads it with code {exitCode}.");

    private Process Start()
    {
        var start = new ProcessStartInfo(DotNet(), Arguments())
        {
            RedirectStandardInput = description.Properties.Count > 0, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new AutomationException(
                AutomationFailure.Description,
                $"Profiles need the 'dotnet' program on PATH, and it could not be started: {missing.Message}. Install the .NET runtime.");
        }
    }

    // The one that a build runs in need not be on PATH.
    private static string DotNet() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } running ? running : "dotnet";

    private List<string> Arguments()
    {
        var host = Path.Combine(description.ProfileHost ?? Path.Combine(AppContext.BaseDirectory, "profile-host"), "QemuDsl.ProfileHost.dll");
        var arguments = new List<string> { "exec", "--runtimeconfig", Path.ChangeExtension(host, ".runtimeconfig.json") };
        if (Dependencies() is { } dependencies)
        {
            arguments.AddRange(["--depsfile", dependencies]);
            arguments.AddRange(PackageFolders().SelectMany(static folder => (string[])["--additionalprobingpath", folder]));
        }

        arguments.AddRange([host, _assembly]);
        AddOption(arguments, "--profile", description.Profile);
        AddOption(arguments, "--json", description.JsonFile);
        AddOption(arguments, "--properties", description.Properties.Count > 0 ? "-" : null);
        return arguments;
    }

    private static void AddOption(List<string> arguments, string name, string? value)
    {
        if (value is not null)
        {
            arguments.AddRange([name, value]);
        }
    }

    // Never as arguments, which every process can read: a property may be a secret.
    private async Task WritePropertiesAsync(Process process, CancellationToken cancellationToken)
    {
        if (description.Properties.Count == 0)
        {
            return;
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in description.Properties)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }

        try
        {
            await process.StandardInput.BaseStream.WriteAsync(buffer.ToArray(), cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already, and says why.
        }
    }

    // An assembly in a package has no list of its own; that of whoever refers to the package has it in.
    private string? Dependencies() => ((string?[])[_assembly, description.DependenciesOf])
        .OfType<string>().Select(static assembly => Path.ChangeExtension(assembly, ".deps.json")).FirstOrDefault(File.Exists);

    // A class library's output has no copies of its packages.
    private IEnumerable<string> PackageFolders() => description.PackageFolders.Append(
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"));
}
