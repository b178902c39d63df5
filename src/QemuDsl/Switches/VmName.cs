namespace QemuDsl.Switches;

/// <summary>Name of the VM (<c>-name</c>).</summary>
[Switch("-name")]
public sealed partial record VmName
{
    /// <summary>Name of the guest (<c>guest</c>).</summary>
    public string? Guest { get; init; }

    /// <summary>Name of the process (<c>process</c>).</summary>
    public string? Process { get; init; }

    /// <summary>Whether threads have names, such as <c>CPU 0/KVM</c> (<c>debug-threads</c>).</summary>
    public bool? DebugThreads { get; init; }
}
