namespace QemuDsl.Switches;

/// <summary>Who may look on.</summary>
[OptionEnum]
public enum VncShare
{
    /// <summary>Whoever asks for it alone gets it.</summary>
    AllowExclusive,

    /// <summary>Everybody.</summary>
    ForceShared,

    /// <summary>Everybody, whatever they ask for.</summary>
    Ignore,
}
