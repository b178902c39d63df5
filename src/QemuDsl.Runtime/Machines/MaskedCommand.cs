using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>A command line as messages and files show it. A typed one holds no secrets; one that was given as text may.</summary>
internal static partial class MaskedCommand
{
    public static string Text(IQemuCommand command) => CommandText.Quoted(command.Program, Arguments(command));

    public static IEnumerable<string> Arguments(IQemuCommand command) => command.Arguments.Select(Argument);

    public static string Argument(string argument)
    {
        var shown = Password().Replace(argument, "$1***");
        return shown.StartsWith("secret,", StringComparison.Ordinal) || shown.Contains("\"qom-type\":\"secret\"", StringComparison.Ordinal)
            ? Data().Replace(shown, "$1***")
            : shown;
    }

    // A value ends at a comma that is not doubled, in JSON at the quote.
    [GeneratedRegex("""((?:^|,)pass(?:word|wd)?=|"pass(?:word|wd)?"\s*:\s*")(?:,,|\\.|[^,"\\])*""")]
    private static partial Regex Password();

    [GeneratedRegex("""((?:^|,)data=|"data"\s*:\s*")(?:,,|\\.|[^,"\\])*""")]
    private static partial Regex Data();
}
