namespace QemuDsl.Switches;

/// <summary>Takes system calls from QEMU that it does not need (<c>-sandbox on</c>).</summary>
[Switch("-sandbox", "on")]
public sealed partial record Sandbox
{
    /// <summary>System calls nobody uses any more (<c>obsolete</c>).</summary>
    public SandboxRule? Obsolete { get; init; }

    /// <summary>Changing the user, or running set-uid programs (<c>elevateprivileges</c>).</summary>
    [Key("elevateprivileges")]
    public SandboxElevation? ElevatePrivileges { get; init; }

    /// <summary>Starting processes (<c>spawn</c>).</summary>
    public SandboxRule? Spawn { get; init; }

    /// <summary>Setting affinity and priority (<c>resourcecontrol</c>).</summary>
    [Key("resourcecontrol")]
    public SandboxRule? ResourceControl { get; init; }
}
