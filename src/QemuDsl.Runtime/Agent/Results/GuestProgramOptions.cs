namespace QemuDsl.Runtime;

/// <summary>How a program of the guest is run.</summary>
public sealed record GuestProgramOptions
{
    /// <summary>What it reads from its standard input; nothing unless set.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Its whole environment; the agent's own when null.</summary>
    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>How long it may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);
}
