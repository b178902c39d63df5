using System.Globalization;
using System.Text;

namespace QemuDsl.Nfv;

/// <summary>Words that a guest's init reads as data: what <c>printf '%b'</c> of any shell turns back into the bytes they were.</summary>
internal static class GuestWords
{
    public static string Encode(string word)
    {
        if (word.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{word.Replace('\0', '?')}' holds a NUL, which no program can be given.", nameof(word));
        }

        var text = new StringBuilder(word.Length);
        foreach (var value in Encoding.UTF8.GetBytes(word))
        {
            _ = char.IsAsciiLetterOrDigit((char)value) || "/._-=,:@+%".Contains((char)value, StringComparison.Ordinal)
                ? text.Append((char)value)
                : text.Append("\\0").Append(Convert.ToString(value, 8).PadLeft(3, '0'));
        }

        return text.ToString();
    }

    public static string Line(params IEnumerable<string> words) => string.Join(' ', words.Select(Encode)) + "\n";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture) + "\n";
}
