using System.Globalization;
using System.Text;

namespace QemuDsl.Runtime;

/// <summary>What messages show as proof: hostile text made harmless, long text cut.</summary>
internal static class Evidence
{
    private const int LineLimit = 400;

    public static string Printable(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, LineLimit)))
        {
            if (char.IsControl(character))
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                shown.Append(character);
            }
        }

        return text.Length > LineLimit ? shown.Append('…').ToString() : shown.ToString();
    }

    /// <summary>The last lines of a text, each harmless and indented.</summary>
    public static string LastLines(string text, int count)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "  (nothing)" : string.Join('\n', lines.TakeLast(count).Select(static line => "  " + Printable(line)));
    }
}
