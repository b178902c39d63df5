using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using QemuDsl.Runtime;
using QemuDsl.Tool.Profiles;

namespace QemuDsl.Tool.Commands;

/// <summary>The options of <c>run</c>, and the command they ask for.</summary>
internal sealed class RunOptions
{
    private static readonly string[] KernelMachine = ["-machine", "pc", "-nodefaults", "-no-user-config", "-display", "none", "-cpu", "max", "-accel", "tcg"];

    private const int LongestTimeout = 7 * 24 * 3600;

    public ProfileOptions Profile { get; } = new();

    public Option<FileInfo> Kernel { get; } = new("--kernel") { Description = "Boot this kernel on a PC.", HelpName = "FILE" };

    public Option<FileInfo> Initrd { get; } = new("--initrd") { Description = "Initial RAM disk of the kernel.", HelpName = "FILE" };

    public Option<string> Append { get; } = new("--append") { Description = "Command line of the kernel.", HelpName = "TEXT", DefaultValueFactory = static _ => "console=ttyS0" };

    public Option<string> Memory { get; } = new("--memory", "-m") { Description = "Memory of a kernel's guest.", HelpName = "SIZE", DefaultValueFactory = static _ => "512M" };

    public Option<string> ReadySerial { get; } = new("--ready-serial")
    {
        Description = "Regular expression the guest writes to its serial console when it has booted. A profile may bring one.", HelpName = "REGEX",
    };

    public Option<double> Timeout { get; } = new("--timeout")
    {
        Description = "Seconds the boot may take.", HelpName = "SECONDS", DefaultValueFactory = static _ => 120,
    };

    public Option<bool> Stop { get; } = new("--stop") { Description = "Stop the VM once it has booted, instead of running on until Ctrl-C." };

    public Argument<string[]> Arguments { get; } = new("command")
    {
        Description = "After '--': a QEMU command line to supervise, such as qemu-system-x86_64 -nographic …", Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command)
    {
        ReadySerial.Validators.Add(CheckPattern);
        Timeout.Validators.Add(CheckTimeout);
        Profile.AddTo(command);
        foreach (var option in (Option[])[Kernel, Initrd, Append, Memory, ReadySerial, Timeout, Stop])
        {
            command.Options.Add(option);
        }

        command.Arguments.Add(Arguments);
    }

    /// <summary>What is to run, and the marker it brings itself.</summary>
    public async Task<(IQemuCommand Command, string? Ready)> CommandAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var words = parsed.GetValue(Arguments) ?? [];
        var ready = parsed.GetValue(ReadySerial);
        if (await Profile.LoadAsync(parsed, cancellationToken).ConfigureAwait(false) is { } profile)
        {
            return words.Length == 0 ? (profile, ready ?? profile.ReadySerial) : throw Several();
        }

        if (parsed.GetValue(Kernel) is { } kernel)
        {
            return words.Length == 0 ? (KernelCommand(parsed, kernel), ready) : throw Several();
        }

        return words is [var program, .. var arguments]
            ? (new RawCommand(program, arguments), ready)
            : throw new ToolException("Nothing to run. Name a profile (--assembly), a kernel (--kernel), or a QEMU command line after '--'.");
    }

    private static void CheckPattern(OptionResult result)
    {
        try
        {
            _ = Boot.UntilSerial(result.Tokens is [var token] ? token.Value : "");
        }
        catch (ArgumentException wrong)
        {
            result.AddError($"--ready-serial: {wrong.Message}");
        }
    }

    private static void CheckTimeout(OptionResult result)
    {
        // Text that is no number is the parser's to report.
        if (result.Tokens is [var token] && double.TryParse(token.Value, CultureInfo.InvariantCulture, out var seconds) && seconds is not (> 0 and <= LongestTimeout))
        {
            result.AddError($"--timeout {token.Value}: must be more than 0 and at most {LongestTimeout} seconds.");
        }
    }

    private RawCommand KernelCommand(ParseResult parsed, FileInfo kernel)
    {
        List<string> arguments = [.. KernelMachine, "-m", $"size={ByteSize.Parse(parsed.GetValue(Memory)!)}", "-kernel", kernel.FullName, "-append", parsed.GetValue(Append)!];
        if (parsed.GetValue(Initrd) is { } initrd)
        {
            arguments.AddRange(["-initrd", initrd.FullName]);
        }

        return new RawCommand("qemu-system-x86_64", arguments);
    }

    private static ToolException Several() => new("A profile, a kernel and a command line after '--' exclude one another. Name one of them.");
}
