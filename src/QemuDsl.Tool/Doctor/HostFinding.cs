namespace QemuDsl.Tool.Doctor;

/// <summary>What a look at a host found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="State">Whether it is as VMs need it.</param>
/// <param name="Message">What was seen.</param>
/// <param name="Fix">The command that makes it so; null when nothing is to be done.</param>
internal sealed record HostFinding(string Check, FindingState State, string Message, string? Fix = null)
{
    /// <summary>The command that makes it so; null when nothing is to be done.</summary>
    public string? Fix { get; } = State == FindingState.Good || Fix is not null
        ? Fix
        : throw new ArgumentException($"'{Check}' is not as VMs need it, and nothing says what to do.", nameof(Fix));
}
