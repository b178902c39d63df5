namespace QemuDsl.Automation;

/// <summary>How a VM is started that lives on by its name.</summary>
/// <param name="Name">The name; no VM of the same user on the same host that runs has it.</param>
public sealed record NamedVmOptions(string Name)
{
    /// <summary>How long it may live, whoever forgets it.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long it may take to become ready.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>When it is ready; the description's own when null.</summary>
    public ReadyExpression? ReadyWhen { get; init; }

    /// <summary>
    /// The port for the guest agent; <see cref="GuestAgentPort.VirtioSerial"/> when null and <see cref="ReadyWhen"/> needs one, else none.
    /// </summary>
    public GuestAgentPort? GuestAgent { get; init; }

    /// <summary>Who says what runs the guest's code.</summary>
    public Accelerator Accelerator { get; init; }

    /// <summary>The files its record is written to, before it is let go of.</summary>
    public IReadOnlyList<string> RecordFiles { get; init; } = [];

    /// <summary>A folder for the evidence of a failure (<see cref="VmOptions.Artifacts"/>); none when null.</summary>
    public string? Artifacts { get; init; }

    /// <summary>Told of each phase as it begins.</summary>
    public IProgress<BootProgress>? Progress { get; init; }
}
