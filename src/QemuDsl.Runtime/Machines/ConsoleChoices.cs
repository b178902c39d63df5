namespace QemuDsl.Runtime;

/// <summary>Reads out of a command line where the first serial port goes.</summary>
internal static class ConsoleChoices
{
    private static readonly string[] CharacterOptions = ["-serial", "-chardev", "-monitor", "-qmp", "-parallel"];

    public static ConsoleChoice Of(IReadOnlyList<string> arguments)
    {
        var choice = ConsoleChoice.Added;
        for (var index = 0; index < arguments.Count; index++)
        {
            var value = index + 1 < arguments.Count ? arguments[index + 1] : "";
            if (arguments[index] == "-nographic" || (CharacterOptions.Contains(arguments[index]) && IsStdio(value)))
            {
                return ConsoleChoice.StandardOutput;
            }

            // -serial takes COM1 even when it is written after -device isa-serial, so one of the user's own must stay alone.
            if (arguments[index] == "-serial" || (arguments[index] == "-device" && value.Contains("isa-serial", StringComparison.Ordinal)))
            {
                choice = ConsoleChoice.Elsewhere;
            }
        }

        return choice;
    }

    private static bool IsStdio(string value) => value is "stdio" or "mon:stdio" || value.StartsWith("stdio,", StringComparison.Ordinal);
}
