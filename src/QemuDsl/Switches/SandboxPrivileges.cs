namespace QemuDsl.Switches;

/// <summary>What happens to system calls that raise rights.</summary>
[OptionEnum]
public enum SandboxPrivileges
{
    /// <summary>They are allowed.</summary>
    Allow,

    /// <summary>They are denied.</summary>
    Deny,

    /// <summary>They are denied to QEMU and allowed to its children.</summary>
    Children,
}
