namespace QemuDsl;

/// <summary>One notation per command.</summary>
internal static class NotationChecks
{
    public static void Run(OptionGraph graph, Notation notation, Findings findings)
    {
        foreach (ref var entry in graph.Entries)
        {
            if (entry.Option is not RawOption { Arguments: ["-device", var value, ..] } || RawText.IsJson(value) == (notation == Notation.Json))
            {
                continue;
            }

            findings.Enter(entry.Description);
            findings.Error(
                FindingIds.MixedNotation, "-device", value, $"is not in the notation of this command ({notation})",
                "QEMU creates key=value devices before JSON ones whatever their position: write it in the other form, or use WithNotation.");
        }
    }
}
