namespace QemuDsl.Switches;

/// <summary>What happens to obsolete system calls.</summary>
[OptionEnum]
public enum SandboxObsolete
{
    /// <summary>They are allowed.</summary>
    Allow,

    /// <summary>They are denied.</summary>
    Deny,
}
