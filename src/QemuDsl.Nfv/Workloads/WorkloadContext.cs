namespace QemuDsl.Nfv;

/// <summary>What a workload knows of its VM.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Cpus">How many CPUs it has.</param>
/// <param name="Queues">Queue pairs of its interfaces.</param>
/// <param name="Nics">Its interfaces, in their places.</param>
internal sealed record WorkloadContext(VnfId Id, int Cpus, int Queues, IReadOnlyList<VnfNic> Nics)
{
    public OptionList<PciBdf> Devices => [.. Nics.Select(static nic => nic.GuestDevice)];
}
