namespace QemuDsl.Switches;

/// <summary>Name of the guest (<c>-name</c>).</summary>
[Switch("-name")]
public sealed partial record VmName
{
    /// <summary>Name shown to people (<c>guest</c>).</summary>
    public string? Guest { get; init; }

    /// <summary>Name of the process, as <c>ps</c> shows it (<c>process</c>).</summary>
    public string? Process { get; init; }

    /// <summary>Whether threads have names (<c>debug-threads</c>).</summary>
    public bool? DebugThreads { get; init; }
}
