namespace QemuDsl.Runtime;

/// <summary>Where a guest's first serial port goes, and why there is nothing to read when the runtime does not see it.</summary>
internal sealed record ConsolePlan(ConsoleChoice Choice, string Missing = "");
