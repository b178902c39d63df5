namespace QemuDsl.Switches;

/// <summary>Whether a group of system calls is allowed.</summary>
[OptionEnum]
public enum SandboxRule
{
    /// <summary>It is.</summary>
    Allow,

    /// <summary>QEMU is killed for it.</summary>
    Deny,
}
