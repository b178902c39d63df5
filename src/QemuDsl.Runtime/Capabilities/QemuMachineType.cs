namespace QemuDsl.Runtime;

/// <summary>A machine type of a QEMU program (QMP <c>query-machines</c>).</summary>
/// <param name="Name">Its name, such as <c>pc-q35-7.2</c>.</param>
/// <param name="Alias">What it is also called, such as <c>q35</c>; null for most.</param>
/// <param name="MaxCpus">Most CPUs it takes.</param>
/// <param name="HasHotpluggableCpus">Whether CPUs can be plugged while it runs.</param>
/// <param name="IsDeprecated">Whether QEMU will drop it.</param>
/// <param name="IsDefault">Whether it is the one without <c>-machine</c>.</param>
public sealed record QemuMachineType(
    string Name, string? Alias, int MaxCpus, bool HasHotpluggableCpus, bool IsDeprecated, bool IsDefault);
