namespace QemuDsl.Runtime;

/// <summary>What a wait can look at.</summary>
internal sealed record BootContext(SerialConsole? Serial, ConsolePlan Console, QmpClient Qmp, TimeProvider Time);
