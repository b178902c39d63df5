namespace QemuDsl.Switches;

/// <summary>Whether several VNC clients may look.</summary>
[OptionEnum]
public enum VncShare
{
    /// <summary>Yes; one may ask to be alone.</summary>
    AllowExclusive,

    /// <summary>Yes, always.</summary>
    ForceShared,

    /// <summary>Yes; the wishes of clients are ignored.</summary>
    Ignore,
}
