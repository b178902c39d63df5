namespace QemuDsl.MSBuild;

/// <summary>What the program that holds VMs tells.</summary>
internal enum SessionLineKind
{
    /// <summary>A step of a start that only those want to see who look for something.</summary>
    Step,

    /// <summary>A phase of a start.</summary>
    Phase,

    /// <summary>Something that everybody should see.</summary>
    Message,

    /// <summary>A warning.</summary>
    Warning,

    /// <summary>An error: no VM will be there.</summary>
    Error,

    /// <summary>All VMs are there.</summary>
    Ready,
}
