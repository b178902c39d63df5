namespace QemuDsl.Runtime;

/// <summary>How many cores a layout takes.</summary>
internal sealed record CoreDemand(long Vms, long Skipped, long Main, long DataGroups, long Data)
{
    public long Cores => Skipped + Main + Data;

    public static CoreDemand Of(ChainLayout layout)
    {
        var vms = (long)layout.Chains * layout.VmsPerChain;
        var groups = (vms + layout.VmsPerDataCores - 1) / layout.VmsPerDataCores;

        // More groups than any host has cores: the product of the two must not overflow.
        var data = groups > int.MaxValue ? long.MaxValue / 4 : groups * layout.DataCores;
        return new CoreDemand(vms, layout.SkipCores, (vms + layout.VmsPerMainCore - 1) / layout.VmsPerMainCore, groups, data);
    }

    public override string ToString() =>
        $"{Cores} cores ({Skipped} skipped, {Main} for the main threads, {Data} for the data threads of {Vms} VMs)";
}
