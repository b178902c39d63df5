namespace QemuDsl.Generators.Model;

/// <summary>The QEMU releases that know a key or an option.</summary>
internal sealed record LifetimeModel(string? Since, string? Removed, string? Deprecated, string? Instead);
