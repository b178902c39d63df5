using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using QemuDsl.Automation;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Commands;

/// <summary>The options of <c>run</c>, and the command they ask for.</summary>
internal sealed class RunOptions
{
    private const int LongestTimeout = 7 * 24 * 3600;

    public ProfileOptions Profile { get; } = new();

    public KernelOptions Kernel { get; } = new();

    public HostRootOptions HostRoot { get; } = new();

    public Option<string> ReadySerial { get; } = new("--ready-serial")
    {
        Description = "Regular expression the guest writes to its serial console when it has booted. A profile may bring one.", HelpName = "REGEX",
    };

    public Option<double> Timeout { get; } = new("--timeout")
    {
        Description = "Seconds the boot may take.", HelpName = "SECONDS", DefaultValueFactory = static _ => 120, CustomParser = ParseTimeout,
    };

    public Option<bool> Stop { get; } = new("--stop") { Description = "Stop the VM once it has booted, instead of running on until Ctrl-C." };

    public Option<HostAddress> Host { get; } = CommonOptions.Host();

    public Option<bool> AsJson { get; } = CommonOptions.AsJson();

    public Argument<string[]> Arguments { get; } = new("command")
    {
        Description = "After '--': a QEMU command line to supervise, such as qemu-system-x86_64 -nographic …; with --host-root the program to run", Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command)
    {
        ReadySerial.Validators.Add(CheckPattern);
        Profile.AddTo(command);
        Kernel.AddTo(command);
        HostRoot.AddTo(command);
        AsJson.Description = "Print what happens and what the guest says as JSON, one object a line; the last has the exit code.";
        foreach (var option in (Option[])[ReadySerial, Timeout, Stop, Host, AsJson])
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
            : Kernel.Command(parsed) is { } kernel ? kernel
            : parsed.GetValue(Arguments) is [var program, .. var arguments] ? new RawCommand(program, arguments)
            : throw new ToolException("Nothing to run. Name a profile (--assembly), a kernel (--kernel), or a QEMU command line after '--'.");
        var ready = parsed.GetValue(ReadySerial) ?? profile?.ReadySerial;
        if (ready is null && (GivenOptions.Given(parsed, Stop) ?? GivenOptions.Given(parsed, Timeout)) is { } needing)
        {
            throw new ToolException(
                $"{needing} needs to know when the guest has booted. Name what it writes to its serial console then: --ready-serial REGEX.");
        }

        return new RunRequest(
            command, ready is null ? null : Boot.UntilSerial(ready), TimeSpan.FromSeconds(parsed.GetValue(Timeout)), parsed.GetValue(Stop));
    }

    private void CheckTogether(ParseResult parsed)
    {
        var words = parsed.GetValue(Arguments) is { Length: > 0 } ? "a command line" : null;
        if (new[] { GivenOptions.Given(parsed, Profile.Assembly), GivenOptions.Given(parsed, Kernel.Kernel), words }.Count(static source => source is not null) > 1)
        {
            throw new ToolException(
                "A profile (--assembly), a kernel (--kernel) and a command line after '--' exclude one another. Name one of them.");
        }

        GivenOptions.CheckBelong(parsed, Profile.Assembly, Profile.Profile, Profile.Json);
        Kernel.Check(parsed);
        HostRoot.Check(parsed);
    }

    /// <summary>Refuses what says nothing about a program on the host's root.</summary>
    public void CheckHostRoot(ParseResult parsed)
    {
        Option[] others = [Profile.Assembly, Profile.Profile, Profile.Json, Kernel.Initrd, Kernel.Append, ReadySerial, Stop];
        if (others.Select(option => GivenOptions.Given(parsed, option)).FirstOrDefault(static name => name is not null) is { } other)
        {
            throw new ToolException($"{other} and {HostRoot.HostRoot.Name} exclude one another: the VM is made of the host's root and a kernel. Leave {other} out.");
        }
    }

    public static void CheckPattern(OptionResult result)
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

    public static double ParseTimeout(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (!double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) || seconds is not (> 0 and <= LongestTimeout))
        {
            result.AddError($"--timeout '{text}': must be a number of seconds, more than 0 and at most {LongestTimeout}, such as 90 or 2.5.");
        }

        return seconds;
    }
}
