using System.CommandLine;
using QemuDsl.Automation;

namespace QemuDsl.Tool.Commands;

/// <summary>How a command line names a profile.</summary>
internal sealed class ProfileOptions
{
    public Option<FileInfo> Assembly { get; } = new("--assembly", "-a")
    {
        Description = "Assembly (.dll) that holds the VM profile.", HelpName = "FILE",
    };

    public Option<string> Profile { get; } = new("--profile", "-p")
    {
        Description = "The profile's type, with or without namespace; needed when the assembly holds several.", HelpName = "NAME",
    };

    public Option<string> Json { get; } = new("--from-json")
    {
        Description = "Properties of the profile as JSON, in camel case; '-' reads standard input.", HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Assembly);
        command.Options.Add(Profile);
        command.Options.Add(Json);
    }

    /// <summary>Loads the profile and shows what its code printed; null when no assembly was named.</summary>
    public async Task<HostedProfile?> LoadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Assembly) is not { } assembly)
        {
            return null;
        }

        var description = new ProfileDescription(assembly.FullName) { Profile = parsed.GetValue(Profile), JsonFile = parsed.GetValue(Json) };
        var profile = await description.LoadProfileAsync(cancellationToken).ConfigureAwait(false);
        if (profile.Messages.Length > 0)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(profile.Messages).ConfigureAwait(false);
        }

        return profile;
    }
}
