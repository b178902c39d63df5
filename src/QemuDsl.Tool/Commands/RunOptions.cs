using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Commands;

/// <summary>The options of <c>run</c>, and the command they ask for.</summary>
internal sealed class RunOptions
{
    private static readonly string[] KernelMachine =
        ["-machine", "pc", "-nodefaults", "-no-user-config", "-display", "none", "-cpu", "max", "-accel", "tcg"];

    private const int LongestTimeout = 7 * 24 * 3600;

    public ProfileOptions Profile { get; } = new();

    public Option<FileInfo> Kernel { get; } = new("--kernel") { Description = "Boot this kernel on a PC.", HelpName = "FILE" };

    public Option<FileInfo> Initrd { get; } = new("--initrd") { Description = "Initial RAM disk of the kernel.", HelpName = "FILE" };

    public Option<string> Append { get; } = new("--append")
    {
        Description = "Command line of the kernel.", HelpName = "TEXT", DefaultValueFactory = static _ => "console=ttyS0",
    };

    public Option<ByteSize> Memory { get; } = new("--memory", "-m")
    {
        Description = "Memory of a kernel's guest.", HelpName = "SIZE", DefaultValueFactory = static _ => 512.MiB(), CustomParser = ParseMemory,
    };

    public Option<string> ReadySerial { get; } = new("--ready-serial")
    {
        Description = "Regular expression the guest writes to its serial console when it has booted. A profile may bring one.", HelpName = "REGEX",
    };

    public Option<double> Timeout { get; } = new("--timeout")
    {
        Description = "Seconds the boot may take.", HelpName = "SECONDS", DefaultValueFactory = static _ => 120, CustomParser = ParseTimeout,
    };

    public Option<bool> Stop { get; } = new("--stop") { Description = "Stop the VM once it has booted, instead of running on until Ctrl-C." };

    public Argument<string[]> Arguments { get; } = new("command")
    {
        Description = "After '--': a QEMU command line to supervise, such as qemu-system-x86_64 -nographic …", Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command)
    {
        ReadySerial.Validators.Add(CheckPattern);
        Profile.AddTo(command);
        foreach (var option in (Option[])[Kernel, Initrd, Append, Memory, ReadySerial, Timeout, Stop])
        {
            command.Options.Add(option);
        }

        command.Arguments.Add(Arguments);
    }

    /// <summary>What is to run.</summary>
    public async Task<RunRequest> RequestAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        CheckTogether(parsed);
        var profile = await Profile.LoadAsync(parsed, cancellationToken).ConfigureAwait(false);
        IQemuCommand command = profile is not null ? profile
            : parsed.GetValue(Kernel) is { } kernel ? KernelCommand(parsed, kernel)
            : parsed.GetValue(Arguments) is [var program, .. var arguments] ? new RawCommand(program, arguments)
            : throw new ToolException("Nothing to run. Name a profile (--assembly), a kernel (--kernel), or a QEMU command line after '--'.");
        var ready = parsed.GetValue(ReadySerial) ?? profile?.ReadySerial;
        if (ready is null && (Given(parsed, Stop) ?? Given(parsed, Timeout)) is { } needing)
        {
            throw new ToolException(
                $"{needing} needs to know when the guest has booted. Name what it writes to its serial console then: --ready-serial REGEX.");
        }

        return new RunRequest(
            command, ready is null ? null : Boot.UntilSerial(ready), TimeSpan.FromSeconds(parsed.GetValue(Timeout)), parsed.GetValue(Stop));
    }

    // An option that would change nothing is a mistake that somebody should hear of.
    private void CheckTogether(ParseResult parsed)
    {
        var words = parsed.GetValue(Arguments) is { Length: > 0 } ? "a command line" : null;
        if (new[] { Given(parsed, Profile.Assembly), Given(parsed, Kernel), words }.Count(static source => source is not null) > 1)
        {
            throw new ToolException(
                "A profile (--assembly), a kernel (--kernel) and a command line after '--' exclude one another. Name one of them.");
        }

        CheckBelongs(parsed, Profile.Assembly, Profile.Profile, Profile.Json);
        CheckBelongs(parsed, Kernel, Initrd, Append, Memory);
    }

    private static void CheckBelongs(ParseResult parsed, Option owner, params ReadOnlySpan<Option> options)
    {
        foreach (var option in options)
        {
            if (Given(parsed, owner) is null && Given(parsed, option) is { } stray)
            {
                throw new ToolException($"{stray} belongs to {owner.Name}, which is not given. Add {owner.Name}, or leave {stray} out.");
            }
        }
    }

    private static string? Given(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false } ? option.Name : null;

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

    private static double ParseTimeout(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) || seconds is not (> 0 and <= LongestTimeout))
        {
            result.AddError($"--timeout '{text}': must be a number of seconds, more than 0 and at most {LongestTimeout}, such as 90 or 2.5.");
        }

        return seconds;
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

    private RawCommand KernelCommand(ParseResult parsed, FileInfo kernel)
    {
        List<string> arguments =
            [.. KernelMachine, "-m", $"size={parsed.GetValue(Memory)}", "-kernel", kernel.FullName, "-append", parsed.GetValue(Append)!];
        if (parsed.GetValue(Initrd) is { } initrd)
        {
            arguments.AddRange(["-initrd", initrd.FullName]);
        }

        return new RawCommand("qemu-system-x86_64", arguments);
    }
}
