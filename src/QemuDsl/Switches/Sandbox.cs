namespace QemuDsl.Switches;

/// <summary>A filter for QEMU's system calls (<c>-sandbox</c>).</summary>
[Switch("-sandbox")]
public sealed partial record Sandbox
{
    /// <summary>Whether there is one (<c>enable</c>).</summary>
    public required bool Enable { get; init; }

    /// <summary>What happens to obsolete system calls (<c>obsolete</c>).</summary>
    public SandboxObsolete? Obsolete { get; init; }

    /// <summary>What happens to those that raise rights (<c>elevateprivileges</c>).</summary>
    public SandboxPrivileges? Elevateprivileges { get; init; }

    /// <summary>What happens to those that start processes (<c>spawn</c>).</summary>
    public SandboxDecision? Spawn { get; init; }

    /// <summary>What happens to those that set affinity and priority (<c>resourcecontrol</c>).</summary>
    public SandboxDecision? Resourcecontrol { get; init; }
}
