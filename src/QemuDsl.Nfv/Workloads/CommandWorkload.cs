namespace QemuDsl.Nfv;

/// <summary>Any program of the host's root, run once and without input. Its exit code ends the VM.</summary>
/// <param name="Program">The program: a path, or a name on the usual PATH.</param>
public sealed record CommandWorkload(string Program) : Workload
{
    /// <summary>Runs a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments, which reach it as they are: there is no shell in between.</param>
    public CommandWorkload(string program, params IEnumerable<string> arguments)
        : this(program) => Arguments = [.. arguments];

    /// <summary>Its arguments.</summary>
    public OptionList<string> Arguments { get; init; } = [];

    /// <summary>The directory it starts in.</summary>
    public string Directory { get; init; } = "/";

    /// <summary>Drivers the guest loads before, by the names of their modules; what these need comes with them.</summary>
    public OptionList<string> Modules { get; init; } = [];

    /// <summary>Files it reads; the guest can write only where memory is mounted, such as below <c>/run</c> and <c>/tmp</c>.</summary>
    public OptionList<GuestFile> Files { get; init; } = [];

    internal override WorkloadSetup Prepare(WorkloadContext context) => Directory.StartsWith('/')
        ? new WorkloadSetup { Command = [Program, .. Arguments], Directory = Directory, Modules = Modules, Files = Files }
        : throw new ArgumentException($"{nameof(Directory)} is '{Directory}'. Write it from the root on, such as /usr/src.");
}
