namespace QemuDsl.Switches;

/// <summary>Whether QEMU may get other privileges.</summary>
[OptionEnum]
public enum SandboxElevation
{
    /// <summary>It may.</summary>
    Allow,

    /// <summary>It is killed for trying.</summary>
    Deny,

    /// <summary>It is killed for trying, and what it starts cannot get any.</summary>
    Children,
}
