namespace QemuDsl.Tool.Output;

/// <summary>A VM as <c>ps</c> shows it.</summary>
/// <param name="Name">Its name; null when it has none.</param>
/// <param name="State">running, owned (ends with the program that started it), or abandoned (for <c>sweep</c>).</param>
/// <param name="Pid">QEMU's process number.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="EndsAt">When it is ended at the latest; null when it ends with its owner.</param>
/// <param name="HasGuestAgent">Whether <c>exec</c> can reach it.</param>
/// <param name="RunDirectory">Its directory on the host.</param>
internal sealed record VmLine(
    string? Name, string State, int Pid, DateTimeOffset StartedAt, DateTimeOffset? EndsAt, bool HasGuestAgent, string RunDirectory);
