using System.CommandLine;
using QemuDsl.Tool.Profiles;

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

    public Option<string> Json { get; } = new("--json")
    {
        Description = "Properties of the profile as JSON, in camel case; '-' reads standard input.", HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Assembly);
        command.Options.Add(Profile);
        command.Options.Add(Json);
    }

    /// <summary>Loads the profile; null when no assembly was named.</summary>
    public async Task<HostedProfile?> LoadAsync(ParseResult parsed, CancellationToken cancellationToken) =>
        parsed.GetValue(Assembly) is { } assembly
            ? await ProfileHostClient.LoadAsync(
                assembly, parsed.GetValue(Profile), parsed.GetValue(Json), parsed.InvocationConfiguration.Error, cancellationToken)
                .ConfigureAwait(false)
            : null;
}
