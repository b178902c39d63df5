namespace QemuDsl.Nfv;

/// <summary>Which plugins VPP loads (<c>plugins</c>).</summary>
[Section("plugins")]
public sealed partial record PluginsSection
{
    /// <summary>Folder of the plugins (<c>path</c>).</summary>
    public string? Path { get; init; }

    /// <summary>What holds for plugins that are not listed (<c>plugin default</c>).</summary>
    [Key("plugin default")]
    public VppPluginState? Default { get; init; }

    /// <summary>Plugins one by one (<c>plugin</c>).</summary>
    [Key("plugin")]
    public OptionList<VppPlugin> Plugins { get; init; } = [];

    /// <summary>No plugin but these.</summary>
    public static PluginsSection Only(params IEnumerable<string> plugins) => new()
    {
        Default = new VppPluginState { Disable = true },
        Plugins = [.. plugins.Select(VppPlugin.Enabled)],
    };
}
