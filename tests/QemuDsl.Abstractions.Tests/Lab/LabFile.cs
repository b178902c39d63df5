namespace QemuDsl.Abstractions.Tests;

/// <summary>A configuration with every shape a section can have.</summary>
[Section]
public sealed partial record LabFile
{
    public LabMain? Main { get; init; }

    public LabPlain? Plain { get; init; }

    public OptionList<RawSection> Others { get; init; } = [];
}

[Section("main")]
public sealed partial record LabMain
{
    [Key("nodaemon")]
    public bool NoDaemon { get; init; }

    public bool? Counters { get; init; }

    public string? Log { get; init; }

    [Range(0, 63)]
    public int? MainCore { get; init; }

    public ulong? Mask { get; init; }

    [Since("20.05", Instead = "main-core")]
    public CpuSet? Workers { get; init; }

    [Conflicts(nameof(NoDaemon))]
    public ByteSize? HeapSize { get; init; }

    public LabPace? Pace { get; init; }

    public Guid? Uuid { get; init; }

    public OptionList<string> Startup { get; init; } = [];

    [Key("dev default")]
    public LabDefaults? Defaults { get; init; }

    [Key("dev")]
    public OptionList<LabDevice> Devices { get; init; } = [];

    [Key("inner")]
    public LabMain? Inner { get; init; }
}

[Section("plain")]
public sealed partial record LabPlain
{
    public required string Name { get; init; }
}

[Section]
public sealed partial record LabDefaults
{
    [PowerOfTwo]
    public int? Queues { get; init; }
}

[Section]
public sealed partial record LabDevice
{
    [Positional]
    public required PciAddress Address { get; init; }

    public string? Name { get; init; }

    public bool NoTso { get; init; }
}

[OptionEnum]
public enum LabPace
{
    Slow,

    [Value("very-fast")]
    Fast,
}
