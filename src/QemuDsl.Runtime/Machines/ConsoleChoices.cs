namespace QemuDsl.Runtime;

/// <summary>
/// Reads out of a command line where the first serial port goes. One is added only where no port of the user's gets another number by it: a
/// <c>-serial</c> takes COM1 from an <c>isa-serial</c> even when it is written later, and a guest counts COM1 before a <c>pci-serial</c>.
/// </summary>
internal static class ConsoleChoices
{
    private const string Remedy =
        "Leave it out, and a port that can be read is added; or let it end at a 'stdio' chardev, as '-serial stdio' does: that is read too";

    public static ConsolePlan Of(IReadOnlyList<string> arguments)
    {
        var options = CommandLineOption.Read(arguments);
        var serial = options.FirstOrDefault(static option => option.Name == "-serial");
        return serial is { Value: not "none" }
            ? Plan(serial, options)
            : OfDevice(options, IsFirstPort) ?? OfDefaults(options, serial) ?? new ConsolePlan(ConsoleChoice.Added);
    }

    private static ConsolePlan? OfDefaults(IReadOnlyList<CommandLineOption> options, CommandLineOption? none)
    {
        // QEMU's own port is there unless the command has -nodefaults or an isa-serial of its own.
        var defaults = !Has(options, "-nodefaults") && !options.Any(static option => IsDevice(option, "isa-serial"));
        if (none is null && defaults && options.FirstOrDefault(static option => option.Name == "-nographic") is { } nographic)
        {
            return Plan(nographic, options);
        }

        var without = none ?? options.FirstOrDefault(static option => option.IsMachine && HasNoPort(option));
        if (without is not null)
        {
            return OfDevice(options, IsOtherConsole) ?? Without(without);
        }

        return (defaults || HasFixedPort(options) ? null : OfDevice(options, IsOtherConsole)) ?? OfFile(options);
    }

    private static ConsolePlan? OfDevice(IReadOnlyList<CommandLineOption> options, Func<CommandLineOption, bool> isConsole) =>
        options.FirstOrDefault(isConsole) is { } device ? Plan(device, options) : null;

    private static ConsolePlan Plan(CommandLineOption console, IReadOnlyList<CommandLineOption> options) => IsOutput(console, options)
        ? new ConsolePlan(ConsoleChoice.StandardOutput)
        : new ConsolePlan(ConsoleChoice.Elsewhere, $"{console} sends the guest's serial port to where QemuDsl does not see it. {Remedy}");

    private static ConsolePlan Without(CommandLineOption option) =>
        new(ConsoleChoice.Elsewhere, $"{option} leaves the guest without its first serial port. {Remedy}");

    private static ConsolePlan? OfFile(IReadOnlyList<CommandLineOption> options) =>
        options.FirstOrDefault(static option => option.Name == "-readconfig") is { } file
            ? new ConsolePlan(
                ConsoleChoice.Elsewhere,
                $"{file} may hold a serial port, which an added one would move. Say '-serial stdio' to have the first one read")
            : null;

    private static bool IsFirstPort(CommandLineOption option) =>
        IsDevice(option, "isa-serial") && (option.Number("iobase") is { } address ? address == 0x3f8 : option.Number("index") is null or 0);

    private static bool IsOtherConsole(CommandLineOption option) => IsDevice(option, "pci-serial") || IsDevice(option, "virtconsole");

    private static bool IsDevice(CommandLineOption option, string driver) => option.Name == "-device" && option.Key("driver") == driver;

    private static bool HasNoPort(CommandLineOption machine) =>
        machine.Key("type") == "none" || machine.Key("isa-serial") is "off" or "no" or "false";

    // The board of virt has its UART whatever the command says.
    private static bool HasFixedPort(IReadOnlyList<CommandLineOption> options) =>
        options.Any(static option => option.IsMachine && option.Key("type")?.StartsWith("virt", StringComparison.Ordinal) == true);

    private static bool IsOutput(CommandLineOption console, IReadOnlyList<CommandLineOption> options) => console switch
    {
        { Name: "-nographic" } or { Name: "-serial", Value: "stdio" or "mon:stdio" } => true,
        { Name: "-serial" } => console.Value.StartsWith("chardev:", StringComparison.Ordinal)
            && IsStdio(console.Value["chardev:".Length..], options),
        _ => console.Key("chardev") is { } chardev && IsStdio(chardev, options),
    };

    private static bool IsStdio(string chardev, IReadOnlyList<CommandLineOption> options) =>
        options.Any(option => option.Name == "-chardev" && option.Key("id") == chardev && option.Key("backend") == "stdio");

    private static bool Has(IReadOnlyList<CommandLineOption> options, string name) => options.Any(option => option.Name == name);
}
