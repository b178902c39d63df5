namespace QemuDsl;

/// <summary>Everything that can be said about a command without QEMU.</summary>
internal static class CommandChecks
{
    public static Findings Run(OptionGraph graph, IMachine machine, Notation notation, QemuVersion? version)
    {
        var findings = new Findings(version);
        foreach (ref var entry in graph.Entries)
        {
            findings.Enter(entry.Description);
            findings.Lifetime(null, true, entry.Description.Lifetime);
            entry.Option.Check(findings);
        }

        IdChecks.Run(graph, findings);
        SharingChecks.Run(graph, findings);
        SlotChecks.Run(graph, machine, findings);
        NotationChecks.Run(graph, notation, findings);
        Expressible(graph, notation, findings);
        return findings;
    }

    private static void Expressible(OptionGraph graph, Notation notation, Findings findings)
    {
        try
        {
            _ = CommandRendering.Render(graph, notation, ".");
        }
        catch (QemuOptionException refused)
        {
            findings.Add(new Finding(
                FindingIds.NotExpressible, Severity.Error, refused.Option, refused.Key, refused.Value, refused.Problem, refused.Remedy));
        }
    }
}
