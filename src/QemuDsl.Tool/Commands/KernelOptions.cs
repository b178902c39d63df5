using System.CommandLine;
using System.CommandLine.Parsing;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Commands;

/// <summary>How a command line names a kernel, and the PC that boots it.</summary>
internal sealed class KernelOptions
{
    private static readonly string[] Machine =
        ["-machine", "pc", "-nodefaults", "-no-user-config", "-display", "none", "-cpu", "max", "-accel", "tcg"];

    public Option<FileInfo> Kernel { get; } = new("--kernel") { Description = "Boot this kernel on a PC; with --host-root on the host's root.", HelpName = "FILE" };

    public Option<FileInfo> Initrd { get; } = new("--initrd") { Description = "Initial RAM disk of the kernel.", HelpName = "FILE" };

    public Option<string> Append { get; } = new("--append")
    {
        Description = "Command line of the kernel.", HelpName = "TEXT", DefaultValueFactory = static _ => "console=ttyS0",
    };

    public Option<ByteSize> Memory { get; } = new("--memory", "-m")
    {
        Description = "Memory of a kernel's guest.", HelpName = "SIZE", DefaultValueFactory = static _ => 512.MiB(), CustomParser = ParseMemory,
    };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Kernel, Initrd, Append, Memory])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Refuses what belongs to a kernel when none is named.</summary>
    public void Check(ParseResult parsed) => GivenOptions.CheckBelong(parsed, Kernel, Initrd, Append, Memory);

    /// <summary>The command that boots the kernel; null when none is named.</summary>
    public RawCommand? Command(ParseResult parsed)
    {
        if (parsed.GetValue(Kernel) is not { } kernel)
        {
            return null;
        }

        List<string> arguments =
            [.. Machine, "-m", $"size={parsed.GetValue(Memory)}", "-kernel", kernel.FullName, "-append", parsed.GetValue(Append)!];
        if (parsed.GetValue(Initrd) is { } initrd)
        {
            arguments.AddRange(["-initrd", initrd.FullName]);
        }

        return new RawCommand("qemu-system-x86_64", arguments);
    }

    private static ByteSize ParseMemory(ArgumentResult result)
    {
        try
        {
            return ByteSize.Parse(result.Tokens[0].Value);
        }
        catch (FormatException wrong)
        {
            result.AddError($"--memory: {wrong.Message}");
            return default;
        }
    }
}
