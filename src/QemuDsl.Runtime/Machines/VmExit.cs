namespace QemuDsl.Runtime;

/// <summary>How a VM ended.</summary>
/// <param name="Code">QEMU's exit code, 128 and the number when a signal ended it; null when nobody could see it.</param>
/// <param name="Reason">Who ended it.</param>
public sealed record VmExit(int? Code, VmExitReason Reason)
{
    /// <summary>The signal that ended QEMU; null when it ended by itself.</summary>
    public int? Signal => IsSignal(Code) ? Code - 128 : null;

    /// <summary>What made QEMU end.</summary>
    public VmExitCause Cause { get; init; } = IsSignal(Code) ? VmExitCause.Signal : VmExitCause.Unknown;

    /// <summary>One clause for messages.</summary>
    public override string ToString() => (Signal, Code, Reason) switch
    {
        (9, _, _) when Cause == VmExitCause.OutOfMemory =>
            "was ended by signal 9 (SIGKILL), most likely by the host's OOM killer, which has been at work since the VM's start: "
            + "give the VM less memory, or its host or control group more",
        ({ } signal, _, _) => $"was ended by signal {ExitCauses.Describe(signal)}",
        (_, { } code, _) => ExitCauses.Describe(Cause) is { } cause ? $"exited with code {code} ({cause})" : $"exited with code {code}",
        (_, _, VmExitReason.Stopped) => "was stopped by its owner",
        (_, _, VmExitReason.LifetimeOver) => "was ended because its lifetime was over",
        (_, _, VmExitReason.Detached) => "was left to itself and runs on",
        (_, _, VmExitReason.SupervisorKilled) => "went with its supervisor, which was killed",
        _ => "went with its supervisor, which ended",
    };

    // There are 64 of them; isa-debug-exit ends QEMU with odd codes up to 511, of which 8 bits are left.
    private static bool IsSignal(int? code) => code is > 128 and <= 128 + 64;
}
