namespace QemuDsl.Automation;

/// <summary>
/// One VM as a build or a plan asks for it: all in text, as it was written. Exactly one of <see cref="Profile"/> (or <see cref="ProfileAssembly"/>),
/// <see cref="Arguments"/> and <see cref="Machine"/> tells what it is; without them <see cref="Json"/> is a whole VM.
/// </summary>
public sealed record VmOrder
{
    /// <summary>Its name on the host.</summary>
    public required string Name { get; init; }

    /// <summary>What messages call it; its name when null.</summary>
    public string? Label { get; init; }

    /// <summary>Where its texts are written, by their names here; the VM itself by the empty name. What is not known is not there.</summary>
    public IReadOnlyDictionary<string, TextPlace> Places { get; init; } = new Dictionary<string, TextPlace>();

    /// <summary>The profile's type, with or without namespace.</summary>
    public string? Profile { get; init; }

    /// <summary>The assembly that holds the profile.</summary>
    public string? ProfileAssembly { get; init; }

    /// <summary>A JSON file: properties of the profile, or a whole VM where no profile is named.</summary>
    public string? Json { get; init; }

    /// <summary>A file with QEMU's arguments, one a line.</summary>
    public string? Arguments { get; init; }

    /// <summary>QEMU's name of a machine that is made of <see cref="Devices"/>.</summary>
    public string? Machine { get; init; }

    /// <summary>Devices beside those of the JSON, or of the machine.</summary>
    public IReadOnlyList<VmOrderDevice> Devices { get; init; } = [];

    /// <summary>Properties of the profile that win over <see cref="Json"/>.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>When it is ready (<see cref="ReadyExpression"/>); as the description tells when null.</summary>
    public string? ReadyWhen { get; init; }

    /// <summary>TCP ports of the guest to be forwarded, between semicolons or commas.</summary>
    public string? ForwardTcp { get; init; }

    /// <summary>Memory of the guest, such as <c>1G</c>; for a profile its property <c>memory</c>.</summary>
    public string? Memory { get; init; }

    /// <summary>The host (<see cref="HostAddress"/>); this machine when null.</summary>
    public string? Host { get; init; }

    /// <summary>How long it may live, such as <c>2h</c> (<see cref="DurationText"/>).</summary>
    public string? Lifetime { get; init; }

    /// <summary>How long it may take to become ready.</summary>
    public string? Timeout { get; init; }

    /// <summary>The port for the guest agent, <c>VirtioSerial</c> or <c>IsaSerial</c>.</summary>
    public string? GuestAgent { get; init; }

    /// <summary>Who says what runs the guest's code, a name of <see cref="Runtime.Accelerator"/>.</summary>
    public string? Accelerator { get; init; }

    /// <summary>A folder for the evidence of a failure.</summary>
    public string? Artifacts { get; init; }

    /// <summary>The files its record is written to.</summary>
    public IReadOnlyList<string> RecordFiles { get; init; } = [];

    /// <summary>The directory of the program that loads profiles; beside the running program when null.</summary>
    public string? ProfileHost { get; init; }

    /// <summary>An assembly that refers to that of the profile (<see cref="ProfileDescription.DependenciesOf"/>).</summary>
    public string? DependenciesOf { get; init; }

    /// <summary>Folders with packages (<see cref="ProfileDescription.PackageFolders"/>).</summary>
    public IReadOnlyList<string> PackageFolders { get; init; } = [];

    /// <summary>Reads the host's address.</summary>
    /// <exception cref="AutomationException">It is none.</exception>
    public HostAddress ReadHost() => VmOrderReader.Field(nameof(Host), Host, HostAddress.Parse) ?? HostAddress.Local;

    /// <summary>Reads how it is started.</summary>
    /// <exception cref="AutomationException">A text is not what it should be; <see cref="AutomationException.Field"/> tells which.</exception>
    public NamedVmOptions ReadOptions() => VmOrderReader.Options(this);

    /// <summary>Reads what it is.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AutomationException">Something is missing or wrong; <see cref="AutomationException.Field"/> tells which text, if it is one.</exception>
    public Task<DescribedVm> LoadAsync(CancellationToken cancellationToken = default) => VmOrderReader.LoadAsync(this, cancellationToken);
}
