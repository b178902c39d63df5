namespace QemuDsl.Automation;

/// <summary>A profile of an assembly. It is loaded by a process of its own, with the dependencies of that assembly.</summary>
/// <param name="Assembly">The assembly's file.</param>
public sealed record ProfileDescription(string Assembly) : VmDescription
{
    /// <summary>
    /// The profile's type, with or without namespace, of the assembly or of one it refers to; the only one of the assembly when null.
    /// </summary>
    public string? Profile { get; init; }

    /// <summary>File with properties of the profile as JSON, <c>-</c> for standard input; none when null.</summary>
    public string? JsonFile { get; init; }

    /// <summary>
    /// Properties beside those of the file, which they win over. The value is the text of one that is a string; of any other JSON, or the text of a small
    /// value such as <c>1G</c>. Names are the profile's, whatever case their first letter has.
    /// </summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// An assembly that refers to this one; its list of dependencies (<c>.deps.json</c>) is used when this one has none beside it, as in a package.
    /// </summary>
    public string? DependenciesOf { get; init; }

    /// <summary>Folders with packages that dependencies are looked for in, before <c>NUGET_PACKAGES</c> or <c>~/.nuget/packages</c>.</summary>
    public IReadOnlyList<string> PackageFolders { get; init; } = [];

    /// <summary>The directory of the program that loads it; <c>profile-host</c> beside the running program when null.</summary>
    public string? ProfileHost { get; init; }

    /// <inheritdoc/>
    public override async Task<DescribedVm> LoadAsync(CancellationToken cancellationToken = default)
    {
        var profile = await LoadProfileAsync(cancellationToken).ConfigureAwait(false);
        return new DescribedVm(profile)
        {
            Source = profile.Profile,
            ReadyWhen = profile.ReadySerial is { } pattern ? ReadyExpression.Serial(pattern) : null,
            Messages = profile.Messages,
        };
    }

    /// <summary>Reads it, with all that the profile told about itself.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AutomationException">Something is missing or wrong; the message tells what and where.</exception>
    public Task<HostedProfile> LoadProfileAsync(CancellationToken cancellationToken = default) =>
        new ProfileHostClient(this).LoadAsync(cancellationToken);
}
