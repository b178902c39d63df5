namespace QemuDsl.Xunit;

/// <summary>Text for a report in XML, which holds no control characters; with one in an attachment xUnit 4.0.2 writes an empty report.</summary>
internal static class ReportText
{
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';
    private const char Replacement = '\uFFFD';

    /// <summary>The text with pictures of its control characters, such as ␛ for ESC.</summary>
    public static string Of(string text) => string.Create(text.Length, text, static (shown, text) =>
    {
        for (var at = 0; at < text.Length; at++)
        {
            shown[at] = text[at] switch
            {
                '\t' or '\n' or '\r' => text[at],
                < ' ' => (char)(ControlPictures + text[at]),
                '\u007F' => DeletePicture,
                '\uFFFE' or '\uFFFF' => Replacement,
                var c when char.IsSurrogate(c) && !IsInPair(text, at) => Replacement,
                var c => c,
            };
        }
    });

    private static bool IsInPair(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1]);
}
