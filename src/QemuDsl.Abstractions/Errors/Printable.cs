using System.Globalization;
using System.Text;

namespace QemuDsl;

/// <summary>Text from outside, made safe to show on a terminal or in a log: control characters become escapes.</summary>
internal static class Printable
{
    private const int Limit = 200;

    public static string Of(string text)
    {
        var shown = new StringBuilder();
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, Limit)))
        {
            if (char.IsControl(character) || char.IsSurrogate(character))
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
