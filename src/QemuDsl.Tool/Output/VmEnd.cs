namespace QemuDsl.Tool.Output;

/// <summary>A VM that is gone now.</summary>
/// <param name="Name">Its name; null when it had none.</param>
/// <param name="RunDirectory">The directory it had.</param>
/// <param name="How">Which step ended it.</param>
internal sealed record VmEnd(string? Name, string RunDirectory, string How);
