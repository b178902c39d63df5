namespace QemuDsl;

/// <summary>Ids: each once in its space, and nothing named that nobody defines.</summary>
internal static class IdChecks
{
    private const int NodeNameLimit = 31;

    public static void Run(OptionGraph graph, Findings findings)
    {
        var seen = new Dictionary<(IdSpace Space, string Id), string>();
        var raw = new HashSet<string>(StringComparer.Ordinal);
        foreach (ref var entry in graph.Entries)
        {
            findings.Enter(entry.Description);
            var space = IdSpaces.Of(entry.Description.Kind);
            if (entry.Option is RawOption option)
            {
                RawIds.Collect(option.Arguments, id => raw.Add(id));
            }
            else if (space != IdSpace.None && CommandRendering.IdOf(entry) is { Length: > 0 } id)
            {
                Unique(seen, space, id, entry.Description, findings);
            }
        }

        Defined(graph, seen.Keys, raw, findings);
    }

    private static void Unique(
        Dictionary<(IdSpace Space, string Id), string> seen, IdSpace space, string id, OptionDescription description, Findings findings)
    {
        var key = description.Kind == OptionKind.Blockdev ? "node-name" : "id";
        if (!seen.TryAdd((space, id), description.Display))
        {
            findings.Error(
                FindingIds.DuplicateId, key, id, $"is the id of another option too ({seen[(space, id)]})",
                "Give each its own id, or leave them out: the command then chooses.");
        }

        if (description.Kind == OptionKind.Blockdev && id.Length > NodeNameLimit)
        {
            findings.Error(
                FindingIds.NodeNameTooLong, key, id, $"has {id.Length} characters, and a node name has at most {NodeNameLimit}", "Shorten it.");
        }
    }

    private static void Defined(
        OptionGraph graph, IEnumerable<(IdSpace Space, string Id)> ids, HashSet<string> raw, Findings findings)
    {
        var known = ids.ToHashSet();
        foreach (var reference in graph.ReferencesById)
        {
            var id = reference.Id.Value;
            if (reference.Space == IdSpace.Bus || raw.Contains(id) || known.Contains((reference.Space, id)))
            {
                continue;
            }

            findings.Add(new Finding(
                FindingIds.UndefinedId, Severity.Error, $"reference by id to a {reference.Space.ToString().ToLowerInvariant()}", null, id,
                "names something that nothing in the command defines", "Add what has this id, or refer to the record itself."));
        }
    }
}
