using QemuDsl.Runtime;

namespace QemuDsl.Tool.Commands;

/// <summary>What <c>run</c> was asked for.</summary>
/// <param name="Command">The VM.</param>
/// <param name="Ready">What it writes when it has booted; null when nobody knows.</param>
/// <param name="Timeout">How long that may take.</param>
/// <param name="Stop">Whether it is stopped then.</param>
internal sealed record RunRequest(IQemuCommand Command, BootWait? Ready, TimeSpan Timeout, bool Stop);
