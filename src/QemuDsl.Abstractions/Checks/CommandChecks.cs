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
        Rendered(graph, notation, findings);
        return findings;
    }

    // What raw arguments say counts as well.
    private static void Rendered(OptionGraph graph, Notation notation, Findings findings)
    {
        try
        {
            var arguments = CommandRendering.Render(graph, notation, ".");
            FileChecks.Run(arguments, findings);
            SharedMemoryChecks.Run(arguments, findings);
        }
        catch (QemuOptionException refused)
        {
            findings.Add(new Finding(
                FindingIds.NotExpressible, Severity.Error, refused.Option, refused.Key, refused.Value, refused.Problem, refused.Remedy));
        }
    }
}
