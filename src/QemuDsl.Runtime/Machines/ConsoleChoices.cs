namespace QemuDsl.Runtime;

/// <summary>Reads out of a command line where the first serial port goes.</summary>
internal static class ConsoleChoices
{
    private static readonly string[] Consoles = ["isa-serial", "pci-serial", "virtconsole"];

    public static ConsolePlan Of(IReadOnlyList<string> arguments)
    {
        var options = CommandLineOption.Read(arguments);
        var console = options.FirstOrDefault(static option => option.Name == "-serial")
            ?? options.FirstOrDefault(static option => option.Name == "-device" && Consoles.Contains(option.Key("driver")));
        if (console is not null)
        {
            return new ConsolePlan(IsOutput(console, options) ? ConsoleChoice.StandardOutput : ConsoleChoice.Elsewhere, console.ToString());
        }

        // -nographic puts COM1 on standard output, unless there are no defaults: then there is no port at all.
        return Has(options, "-nographic") && !Has(options, "-nodefaults")
            ? new ConsolePlan(ConsoleChoice.StandardOutput, "-nographic")
            : new ConsolePlan(ConsoleChoice.Added);
    }

    private static bool IsOutput(CommandLineOption console, IReadOnlyList<CommandLineOption> options) => console.Name == "-serial"
        ? IsStdio(console.Value) || (console.Value.StartsWith("chardev:", StringComparison.Ordinal) && IsStdio(console.Value["chardev:".Length..], options))
        : console.Key("chardev") is { } chardev && IsStdio(chardev, options);

    private static bool IsStdio(string serial) => serial is "stdio" or "mon:stdio";

    private static bool IsStdio(string chardev, IReadOnlyList<CommandLineOption> options) =>
        options.Any(option => option.Name == "-chardev" && option.Key("id") == chardev && option.Key("backend") == "stdio");

    private static bool Has(IReadOnlyList<CommandLineOption> options, string name) => options.Any(option => option.Name == name);
}
