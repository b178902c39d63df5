using System.Collections.ObjectModel;

namespace QemuDsl;

internal static class CommandRendering
{
    public static ReadOnlyCollection<string> Render(OptionGraph graph, Notation notation, string secretDirectory)
    {
        var mode = notation == Notation.Json ? WriterMode.Json : WriterMode.KeyValue;
        using var writer = new ArgumentWriter(graph, mode, secretDirectory);
        var entries = graph.Entries;
        for (var position = 0; position < entries.Length; position++)
        {
            writer.Position = position;
            entries[position].Option.Render(writer);
        }

        return writer.Arguments.AsReadOnly();
    }

    /// <summary>The arguments of each entry apart, in the order of the graph.</summary>
    public static IReadOnlyList<string>[] RenderEach(OptionGraph graph, Notation notation)
    {
        var mode = notation == Notation.Json ? WriterMode.Json : WriterMode.KeyValue;
        using var writer = new ArgumentWriter(graph, mode, ".");
        var parts = new IReadOnlyList<string>[graph.Count];
        for (var position = 0; position < parts.Length; position++)
        {
            var before = writer.Arguments.Count;
            graph.Entries[position].Option.Render(writer);
            parts[position] = writer.Arguments[before..];
        }

        return parts;
    }

    public static string? IdOf(in OptionEntry entry) => entry.Id ?? (entry.Number < 0 ? null : AutomaticIds.Text(entry));
}
