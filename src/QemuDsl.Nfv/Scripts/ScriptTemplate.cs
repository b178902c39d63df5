using System.Text;

namespace QemuDsl.Nfv;

/// <summary>A script of VPP commands with places to fill: <c>${name}</c>, and <c>$$</c> for a dollar sign.</summary>
/// <remarks>Nothing is left unfilled, and nothing given is left unused: both are errors that name the key.</remarks>
public sealed class ScriptTemplate
{
    // Pairs of a text and the key behind it; the last has no key.
    private readonly List<(string Text, string? Key)> _parts;

    private ScriptTemplate(List<(string Text, string? Key)> parts) => _parts = parts;

    /// <summary>The keys, each once, in the order of the script.</summary>
    public IReadOnlyList<string> Keys => [.. _parts.Select(static part => part.Key).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a script.</summary>
    /// <exception cref="ScriptTemplateException">A dollar sign begins neither <c>${name}</c> nor <c>$$</c>.</exception>
    public static ScriptTemplate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = new List<(string, string?)>();
        var plain = new StringBuilder();
        var at = 0;
        while (text.IndexOf('$', at) is >= 0 and var dollar)
        {
            plain.Append(text, at, dollar - at);
            at = dollar + 2;
            if (at > text.Length || text[dollar + 1] is not ('$' or '{'))
            {
                throw Malformed(text, dollar);
            }

            if (text[dollar + 1] == '$')
            {
                plain.Append('$');
                continue;
            }

            var end = text.IndexOf('}', at);
            if (end < 0 || !IsKey(text.AsSpan(at, end - at)))
            {
                throw Malformed(text, dollar);
            }

            parts.Add((plain.ToString(), text[at..end]));
            plain.Clear();
            at = end + 1;
        }

        parts.Add((plain.Append(text, at, text.Length - at).ToString(), null));
        return new ScriptTemplate(parts);
    }

    /// <summary>The script with its places filled.</summary>
    /// <exception cref="ScriptTemplateException">A key has no value, a value no place, or a value would begin another command.</exception>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Check(values);
        var script = new StringBuilder();
        foreach (var (text, key) in _parts)
        {
            script.Append(text).Append(key is null ? "" : values[key]);
        }

        return script.ToString();
    }

    private void Check(IReadOnlyDictionary<string, string> values)
    {
        var keys = Keys;
        var unknown = keys.Where(key => !values.ContainsKey(key)).ToList();
        var unused = values.Keys.Except(keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (unknown.Count > 0 || unused.Count > 0)
        {
            throw new ScriptTemplateException(unknown, unused);
        }

        // A line break ends a command of VPP, so a value with one could bring commands along.
        if (values.FirstOrDefault(static pair => pair.Value.Any(char.IsControl)) is { Key: { } broken })
        {
            throw new ScriptTemplateException(null, $"The value of '{broken}' has a line break or another control character, and would begin another command. Remove it.");
        }
    }

    private static ScriptTemplateException Malformed(string text, int dollar)
    {
        var line = 1 + text.AsSpan(0, dollar).Count('\n');
        return new ScriptTemplateException(line, $"Line {line} of the script has a '$' that begins neither ${{name}} nor $$. Write $$ for a dollar sign.");
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        foreach (var character in key)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return key.Length > 0 && !char.IsAsciiDigit(key[0]);
    }
}
