using System.CommandLine;
using System.Globalization;
using System.Net;
using QemuDsl.Automation;
using QemuDsl.Runtime;

namespace QemuDsl.Tool.Commands;

/// <summary>The options of <c>up</c>, and the VM they ask for.</summary>
internal sealed class UpOptions
{
    private const string NothingToStart =
        "Nothing to start. Name a profile (--assembly), a JSON file (--from-json), an argument file (--arguments), a kernel (--kernel), "
        + "or a QEMU command line after '--'.";

    public Option<string> Name { get; } = new("--name", "-n") { Description = "Name that the VM is found by.", HelpName = "NAME", Required = true };

    public ProfileOptions Profile { get; } = new();

    public Option<FileInfo> ArgumentFile { get; } = new("--arguments") { Description = "File with QEMU's arguments, one a line.", HelpName = "FILE" };

    public KernelOptions Kernel { get; } = new();

    public Option<TimeSpan> Lifetime { get; } = new("--lifetime")
    {
        Description = "How long the VM may live, such as 90s, 30m or 2h.",
        HelpName = "TIME",
        DefaultValueFactory = static _ => TimeSpan.FromHours(1),
        CustomParser = static result => CommonOptions.Read(result, "--lifetime", DurationText.Parse, default),
    };

    public Option<int[]> Forward { get; } = new("--forward")
    {
        Description = "TCP port of the guest to be reached through a free port of 127.0.0.1; may be given several times.", HelpName = "PORT",
    };

    public Option<ReadyExpression> Ready { get; } = new("--ready")
    {
        Description = "When the guest has booted: serial:REGEX, agent, tcp:PORT, ssh, cloud-init or qmp:EVENT; several joined by ' + '.",
        HelpName = "WAIT",
        CustomParser = static result => CommonOptions.Read(result, "--ready", ReadyExpression.Parse, null!),
    };

    public Option<string> ReadySerial { get; } = new("--ready-serial")
    {
        Description = "Regular expression the guest writes to its serial console when it has booted. A profile may bring one.", HelpName = "REGEX",
    };

    public Option<double> Timeout { get; } = new("--timeout")
    {
        Description = "Seconds the boot may take.", HelpName = "SECONDS", DefaultValueFactory = static _ => 120, CustomParser = RunOptions.ParseTimeout,
    };

    public Option<bool> Agent { get; } = new("--agent") { Description = "Give the VM a port for the guest agent, which exec needs." };

    public Option<HostAddress> Host { get; } = CommonOptions.Host();

    public Option<bool> AsJson { get; } = CommonOptions.AsJson();

    public Argument<string[]> Arguments { get; } = new("command")
    {
        Description = "After '--': a QEMU command line, such as qemu-system-x86_64 disk.img", Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command)
    {
        ReadySerial.Validators.Add(RunOptions.CheckPattern);
        Name.Validators.Add(static result =>
        {
            if (result.Tokens is [var token] && (string.IsNullOrWhiteSpace(token.Value) || token.Value.Any(char.IsControl)))
            {
                result.AddError($"--name '{Printable.Text(token.Value)}': must be a name that can be written and read, such as db.");
            }
        });
        Forward.Validators.Add(static result =>
        {
            foreach (var token in result.Tokens)
            {
                if (!int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > IPEndPoint.MaxPort)
                {
                    result.AddError($"--forward '{token.Value}': must be a port of the guest, from 1 to {IPEndPoint.MaxPort}.");
                }
            }
        });
        command.Options.Add(Name);
        Profile.AddTo(command);
        command.Options.Add(ArgumentFile);
        Kernel.AddTo(command);
        foreach (var option in (Option[])[Lifetime, Forward, Ready, ReadySerial, Timeout, Agent, Host, AsJson])
        {
            command.Options.Add(option);
        }

        command.Arguments.Add(Arguments);
    }

    /// <summary>What is to live under the name.</summary>
    public async Task<DescribedVm> LoadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        CheckTogether(parsed);
        var described = await SourceAsync(parsed, cancellationToken).ConfigureAwait(false);
        if (described.Messages.Length > 0)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(described.Messages).ConfigureAwait(false);
        }

        return described.With(new VmAdditions { ForwardTcp = parsed.GetValue(Forward) ?? [] });
    }

    /// <summary>How long its boot may take.</summary>
    public TimeSpan BootLimit(ParseResult parsed) => TimeSpan.FromSeconds(parsed.GetValue(Timeout));

    /// <summary>How it is to live.</summary>
    /// <exception cref="ToolException">Two options say when it has booted.</exception>
    public NamedVmOptions Living(ParseResult parsed, IProgress<BootProgress> progress)
    {
        var (ready, pattern) = (parsed.GetValue(Ready), parsed.GetValue(ReadySerial));
        return new NamedVmOptions(parsed.GetValue(Name)!)
        {
            Lifetime = parsed.GetValue(Lifetime),
            Timeout = BootLimit(parsed),
            ReadyWhen = ready is not null && pattern is not null
                ? throw new ToolException("--ready and --ready-serial exclude one another. Write --ready 'serial:REGEX + agent' for both.")
                : ready ?? (pattern is null ? null : ReadyExpression.Serial(pattern)),
            GuestAgent = parsed.GetValue(Agent) ? GuestAgentPort.VirtioSerial : null,
            Progress = progress,
        };
    }

    private async Task<DescribedVm> SourceAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var json = parsed.GetValue(Profile.Json);
        VmDescription? description = parsed.GetValue(Profile.Assembly) is { } assembly
            ? new ProfileDescription(assembly.FullName) { Profile = parsed.GetValue(Profile.Profile), JsonFile = json }
            : json is not null ? new JsonDescription(json)
            : parsed.GetValue(ArgumentFile) is { } file ? new ArgumentsDescription(file.FullName)
            : null;
        if (description is not null)
        {
            return await description.LoadAsync(cancellationToken).ConfigureAwait(false);
        }

        return Kernel.Command(parsed) is { } kernel ? new DescribedVm(kernel) { Source = parsed.GetValue(Kernel.Kernel)!.FullName }
            : parsed.GetValue(Arguments) is [var program, .. var arguments] ? new DescribedVm(new RawCommand(program, arguments)) { Source = program }
            : throw new ToolException(NothingToStart);
    }

    private void CheckTogether(ParseResult parsed)
    {
        var profile = GivenOptions.Given(parsed, Profile.Assembly);
        string?[] sources =
        [
            profile ?? GivenOptions.Given(parsed, Profile.Json), GivenOptions.Given(parsed, ArgumentFile), GivenOptions.Given(parsed, Kernel.Kernel),
            parsed.GetValue(Arguments) is { Length: > 0 } ? "a command line" : null,
        ];
        if (sources.Where(static source => source is not null).ToList() is { Count: > 1 } several)
        {
            throw new ToolException($"{string.Join(" and ", several)} exclude one another. Name one of them.");
        }

        GivenOptions.CheckBelong(parsed, Profile.Assembly, Profile.Profile);
        Kernel.Check(parsed);
    }
}
