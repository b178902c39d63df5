using System.CommandLine;
using System.CommandLine.Parsing;
using QemuDsl.Automation;

namespace QemuDsl.Tool.Commands;

/// <summary>Options that mean the same wherever they are.</summary>
internal static class CommonOptions
{
    /// <summary>The option that asks for JSON.</summary>
    public const string JsonName = "--json";

    /// <summary>The host.</summary>
    public static Option<HostAddress> Host() => new("--host")
    {
        Description = "The host: local, or ssh://user@host:port.",
        HelpName = "ADDRESS",
        DefaultValueFactory = static _ => HostAddress.Local,
        CustomParser = static result => Read(result, "--host", HostAddress.Parse, HostAddress.Local),
    };

    /// <summary>Whether the answer is JSON, and what goes wrong, too.</summary>
    public static Option<bool> AsJson() => new(JsonName) { Description = "Print the answer as JSON." };

    /// <summary>The VM.</summary>
    public static Argument<string> Vm() => new("vm") { Description = "Name or run directory of a VM, as ps shows it." };

    /// <summary>What the text of an option means; what is wrong with it is an error of the command line.</summary>
    public static T Read<T>(ArgumentResult result, string option, Func<string, T> read, T otherwise)
    {
        try
        {
            return read(result.Tokens[0].Value);
        }
        catch (AutomationException wrong)
        {
            result.AddError($"{option}: {wrong.Message}");
            return otherwise;
        }
    }
}
