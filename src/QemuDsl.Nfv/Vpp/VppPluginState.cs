namespace QemuDsl.Nfv;

/// <summary>Whether VPP loads plugins that are not listed.</summary>
[Section]
public sealed partial record VppPluginState
{
    /// <summary>Loads them (<c>enable</c>).</summary>
    public bool Enable { get; init; }

    /// <summary>Does not load them (<c>disable</c>).</summary>
    [Conflicts(nameof(Enable))]
    public bool Disable { get; init; }
}
