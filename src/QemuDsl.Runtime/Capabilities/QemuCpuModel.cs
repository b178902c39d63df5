namespace QemuDsl.Runtime;

/// <summary>A CPU model of a QEMU program (QMP <c>query-cpu-definitions</c>).</summary>
/// <param name="Name">Its name, as <c>-cpu</c> takes it.</param>
/// <param name="UnavailableFeatures">
/// Features of it that TCG does not have; <c>kvm</c> when the model needs KVM. Under KVM the host's CPU decides, which is not asked here.
/// </param>
/// <param name="IsDeprecated">Whether QEMU will drop it.</param>
public sealed record QemuCpuModel(string Name, OptionList<string> UnavailableFeatures, bool IsDeprecated);
