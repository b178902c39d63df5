namespace QemuDsl;

/// <summary>Back ends that serve one front end only.</summary>
internal static class SharingChecks
{
    public static void Run(OptionGraph graph, Findings findings)
    {
        foreach (ref var entry in graph.Entries)
        {
            if (entry.Users < 2)
            {
                continue;
            }

            findings.Enter(entry.Description);
            Report(entry.Option, CommandRendering.IdOf(entry), findings);
        }
    }

    private static void Report(IOption option, string? id, Findings findings)
    {
        const string Remedy = "Give each its own back end: 'with' on a record copies the reference, not the back end.";
        switch (option)
        {
            case INetdev or ITpmdev or IMemoryBackend:
                findings.Error(FindingIds.SharedBackend, null, id, "serves one front end, and several refer to it", Remedy);
                break;
            case IBlockBackend:
                findings.Warning(
                    FindingIds.SharedBackend, null, id, "is the medium of several front ends; QEMU refuses that unless all of them read only or share",
                    Remedy);
                break;
            case IChardev and not IMultiplexed { IsMultiplexed: true }:
                findings.Error(
                    FindingIds.SharedBackend, null, id, "serves one front end, and several refer to it", "Set mux=on, or give each its own.");
                break;
        }
    }
}
