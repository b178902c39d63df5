namespace QemuDsl;

/// <summary>Traces QEMU's words back to the record and the property that produced the offending argument.</summary>
internal static class Refusals
{
    public static QemuRefusal? Explain(OptionGraph graph, Notation notation, string line)
    {
        var parts = CommandRendering.RenderEach(graph, notation);
        var best = -1;
        for (var position = 0; position < parts.Length; position++)
        {
            var text = string.Join(' ', parts[position]);
            if (IsQuotedIn(line, text) && (best < 0 || text.Length > string.Join(' ', parts[best]).Length))
            {
                best = position;
            }
        }

        return best >= 0 ? Named(graph.Entries[best].Description, parts[best], line) : ByValue(graph, parts, line);
    }

    // QEMU begins its messages with "program: -option value: ".
    private static bool IsQuotedIn(string line, string argument) => line.Contains($": {argument}: ", StringComparison.Ordinal);

    private static QemuRefusal Named(OptionDescription description, IReadOnlyList<string> arguments, string line)
    {
        var argument = string.Join(' ', arguments);
        var message = line[(line.IndexOf(argument, StringComparison.Ordinal) + argument.Length + 2)..];
        var values = RenderedKeys.Of(arguments);
        var key = description.Keys.FirstOrDefault(key => Names(message, key.Key, values.GetValueOrDefault(key.Key)));
        return Refusal(description, argument, key, values, message);
    }

    // Some messages name no argument, only the file or name that was wrong: "could not open kernel file '/x'".
    private static QemuRefusal? ByValue(OptionGraph graph, IReadOnlyList<string>[] parts, string line)
    {
        for (var position = 0; position < parts.Length; position++)
        {
            var description = graph.Entries[position].Description;
            var values = RenderedKeys.Of(parts[position]);
            foreach (var key in description.Keys)
            {
                if (values.TryGetValue(key.Key, out var value) && value.Length > 2 && line.Contains(value, StringComparison.Ordinal))
                {
                    return Refusal(description, string.Join(' ', parts[position]), key, values, line);
                }
            }
        }

        return null;
    }

    private static bool Names(string message, string key, string? value) =>
        (key.Length > 0 && Mentions(message, key)) || (value?.Length > 2 && message.Contains($"'{value}'", StringComparison.Ordinal));

    private static bool Mentions(string message, string key) =>
        message.Contains($"'{key}'", StringComparison.Ordinal)
        || message.Contains($".{key}'", StringComparison.Ordinal)
        || message.Contains($".{key}:", StringComparison.Ordinal)
        || message.Contains($"{key}=", StringComparison.Ordinal);

    private static QemuRefusal Refusal(
        OptionDescription description, string argument, KeyDescription? key, Dictionary<string, string> values, string message) =>
        new(argument, description.Record.Name, key?.Property, key?.Key, key is null ? null : values.GetValueOrDefault(key.Key), message);
}
