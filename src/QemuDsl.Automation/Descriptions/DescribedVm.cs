namespace QemuDsl.Automation;

/// <summary>A VM as it was described: what runs it, and when it is ready.</summary>
/// <param name="Command">What runs it; its secrets are part of it.</param>
public sealed record DescribedVm(IQemuCommand Command)
{
    /// <summary>What it was read from, as messages show it: a profile's type or a file.</summary>
    public required string Source { get; init; }

    /// <summary>When it is ready, by its own account; null when it does not tell.</summary>
    public ReadyExpression? ReadyWhen { get; init; }

    /// <summary>What the profile's own code printed; empty when it did not.</summary>
    public string Messages { get; init; } = "";

    /// <summary>The same VM with more on its command line, such as memory and forwards.</summary>
    public DescribedVm With(VmAdditions additions) =>
        this with { Command = additions.IsEmpty ? Command : new AddedCommand(Command, additions) };
}
