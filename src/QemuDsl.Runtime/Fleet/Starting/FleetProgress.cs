namespace QemuDsl.Runtime;

/// <summary>How far a fleet has come with starting VMs; the phases of each are told by <see cref="VmOptions.Progress"/>.</summary>
/// <param name="Index">Which request has just become a VM.</param>
/// <param name="Started">How many have by now.</param>
/// <param name="Total">How many there will be.</param>
public sealed record FleetProgress(int Index, int Started, int Total);
