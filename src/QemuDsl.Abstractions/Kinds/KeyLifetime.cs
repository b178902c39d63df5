namespace QemuDsl;

/// <summary>The QEMU releases that know a key or an option.</summary>
public sealed record KeyLifetime
{
    /// <summary>The first release that has it; null when every supported one has.</summary>
    public QemuVersion? Since { get; init; }

    /// <summary>The first release that no longer has it.</summary>
    public QemuVersion? Removed { get; init; }

    /// <summary>The first release that warns about it.</summary>
    public QemuVersion? Deprecated { get; init; }

    /// <summary>What to use instead.</summary>
    public string? Instead { get; init; }
}
