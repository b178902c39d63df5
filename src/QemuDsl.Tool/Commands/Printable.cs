namespace QemuDsl.Tool.Commands;

/// <summary>Text of others, harmless to a terminal.</summary>
internal static class Printable
{
    public static string Text(string text) => string.Concat(text.Select(static character => char.IsControl(character) ? '?' : character));
}
