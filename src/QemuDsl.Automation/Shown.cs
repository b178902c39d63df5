using System.Globalization;
using System.Text;

namespace QemuDsl.Automation;

/// <summary>Text of others in messages: one line, harmless to a terminal, of a bounded length.</summary>
internal static class Shown
{
    private const int Limit = 200;

    public static string Text(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, Limit)))
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

        return text.Length > Limit ? shown.Append('…').ToString() : shown.ToString();
    }
}
