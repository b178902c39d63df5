namespace QemuDsl.Abstractions.Tests;

/// <summary>A program with options that others share, and its own behind <c>--</c>.</summary>
[Tool("lab-program")]
public sealed partial record LabProgram
{
    public required LabShared Shared { get; init; }

    public LabOwn? Own { get; init; }
}

[Tool]
public sealed partial record LabShared
{
    [Key("-l")]
    public CpuSet? Cores { get; init; }

    [Key("-a")]
    [FormerKey("-w", Until = "20.11")]
    public OptionList<PciAddress> Allow { get; init; } = [];

    public string? FilePrefix { get; init; }

    [Key("-v")]
    public bool Verbose { get; init; }
}

[Tool(Separator = "--")]
public sealed partial record LabOwn
{
    public bool AutoStart { get; init; }

    [Range(1, 64)]
    [Since("20.05")]
    public int? NbCores { get; init; }

    public LabPace? ForwardMode { get; init; }

    public OptionList<MacAddress> Peer { get; init; } = [];
}
