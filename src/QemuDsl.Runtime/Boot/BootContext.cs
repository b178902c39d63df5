namespace QemuDsl.Runtime;

/// <summary>What a wait can look at.</summary>
internal sealed record BootContext(SerialConsole? Serial, QmpClient Qmp, TimeProvider Time);
