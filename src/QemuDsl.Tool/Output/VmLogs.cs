namespace QemuDsl.Tool.Output;

/// <summary>What a VM has said.</summary>
/// <param name="Serial">The guest, on its serial console.</param>
/// <param name="Stderr">QEMU.</param>
internal sealed record VmLogs(string Serial, string Stderr);
