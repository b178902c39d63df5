namespace QemuDsl.Switches;

/// <summary>What happens to a group of system calls.</summary>
[OptionEnum]
public enum SandboxDecision
{
    /// <summary>They are allowed.</summary>
    Allow,

    /// <summary>They are denied.</summary>
    Deny,
}
