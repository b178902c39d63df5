namespace QemuDsl.Runtime;

/// <summary>A guest's operating system; what the guest does not tell is null.</summary>
public sealed record GuestOsInfo
{
    /// <summary><c>ID</c> of <c>os-release</c>, such as <c>debian</c>; <c>mswindows</c> on Windows.</summary>
    public string? Id { get; init; }

    /// <summary><c>NAME</c>.</summary>
    public string? Name { get; init; }

    /// <summary><c>PRETTY_NAME</c>.</summary>
    public string? PrettyName { get; init; }

    /// <summary><c>VERSION</c>.</summary>
    public string? Version { get; init; }

    /// <summary><c>VERSION_ID</c>.</summary>
    public string? VersionId { get; init; }

    /// <summary>Of the kernel, such as <c>6.1.0-18-amd64</c>.</summary>
    public string? KernelRelease { get; init; }

    /// <summary>Of the kernel, with its build.</summary>
    public string? KernelVersion { get; init; }

    /// <summary>Such as <c>x86_64</c>.</summary>
    public string? Architecture { get; init; }
}
