namespace QemuDsl.Nfv;

/// <summary>A plugin of VPP (<c>plugin dpdk_plugin.so { enable }</c>).</summary>
[Section]
public sealed partial record VppPlugin
{
    /// <summary>Its file, without folder.</summary>
    [Positional]
    public required string Name { get; init; }

    /// <summary>Loads it (<c>enable</c>).</summary>
    public bool Enable { get; init; }

    /// <summary>Does not load it (<c>disable</c>).</summary>
    [Conflicts(nameof(Enable))]
    public bool Disable { get; init; }

    /// <summary>Loads it though it was built for another VPP (<c>skip-version-check</c>).</summary>
    public bool SkipVersionCheck { get; init; }

    /// <summary>A plugin that is loaded.</summary>
    public static VppPlugin Enabled(string name) => new() { Name = name, Enable = true };

    /// <summary>A plugin that is not loaded.</summary>
    public static VppPlugin Disabled(string name) => new() { Name = name, Disable = true };
}
