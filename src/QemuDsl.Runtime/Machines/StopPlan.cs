namespace QemuDsl.Runtime;

/// <summary>The stages of stopping a VM, each with its deadline. Zero leaves a stage out.</summary>
public sealed record StopPlan
{
    /// <summary>Five seconds for the guest, two for QEMU, then signals.</summary>
    public static StopPlan Default { get; } = new();

    /// <summary>How long the guest may take to power off after the power button (<c>system_powerdown</c>).</summary>
    public TimeSpan Powerdown { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long QEMU may take to end after <c>quit</c>.</summary>
    public TimeSpan Quit { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long SIGTERM and, half a second later, SIGKILL may take altogether before the supervisor itself is killed.</summary>
    public TimeSpan Signals { get; init; } = TimeSpan.FromSeconds(3);
}
