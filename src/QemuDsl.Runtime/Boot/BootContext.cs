namespace QemuDsl.Runtime;

/// <summary>What a wait can look at.</summary>
internal sealed record BootContext(SerialConsole? Serial, ConsolePlan Console, QmpClient Qmp, TimeProvider Time)
{
    /// <summary>The ways into the guest.</summary>
    public required VmNetwork Network { get; init; }

    /// <summary>The guest agent, if the VM has a port for one.</summary>
    public GuestAgentClient? Agent { get; init; }
}
