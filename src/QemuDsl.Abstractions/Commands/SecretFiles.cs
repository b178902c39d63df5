using System.Text;

namespace QemuDsl;

/// <summary>Finds the secrets of a graph; their files are named after the id of their option.</summary>
internal static class SecretFiles
{
    public static string NameOf(OptionGraph graph, object option)
    {
        var id = CommandRendering.IdOf(graph.Entries[graph.Find(option)]);
        return $"{id}.secret";
    }

    public static IReadOnlyList<SecretFile> Of(OptionGraph graph)
    {
        var files = new List<SecretFile>();
        foreach (ref var entry in graph.Entries)
        {
            if (entry.Option is ISecretHolder { SecretValue: { } secret })
            {
                files.Add(new SecretFile(NameOf(graph, entry.Option)) { Content = Encoding.UTF8.GetBytes(secret) });
            }
        }

        return files;
    }
}
