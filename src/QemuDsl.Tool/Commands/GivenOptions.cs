using System.CommandLine;

namespace QemuDsl.Tool.Commands;

/// <summary>What was written on a command line, and what goes together there.</summary>
internal static class GivenOptions
{
    /// <summary>The name of an option that was written; null of one that was left out.</summary>
    public static string? Given(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false } ? option.Name : null;

    /// <summary>Whether the answer was asked for as JSON.</summary>
    public static bool IsJsonWanted(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.FirstOrDefault(static option => option.Name == CommonOptions.JsonName) is { } json && Given(parsed, json) is not null;

    /// <summary>Refuses options without the one they belong to: what would change nothing is a mistake that somebody should hear of.</summary>
    /// <exception cref="ToolException">One is given without its owner.</exception>
    public static void CheckBelong(ParseResult parsed, Option owner, params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
        {
            if (Given(parsed, owner) is null && Given(parsed, option) is { } stray)
            {
                throw new ToolException($"{stray} belongs to {owner.Name}, which is not given. Add {owner.Name}, or leave {stray} out.");
            }
        }
    }
}
