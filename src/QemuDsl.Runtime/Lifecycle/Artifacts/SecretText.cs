using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QemuDsl.Runtime;

/// <summary>Takes secrets out of text that goes into files: those the command knows, and those QMP commands carry by their names.</summary>
internal sealed partial class SecretText(IQemuCommand command)
{
    // Shorter ones would be found everywhere, and give themselves away by that.
    private const int Shortest = 4;

    private static readonly JavaScriptEncoder AsQemuDoes = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private readonly string[] _known =
    [
        .. from file in command.SecretFiles
           let secret = Encoding.UTF8.GetString(file.Content.Span).Trim()
           where secret.Length >= Shortest
           from form in new[] { secret, JsonEncodedText.Encode(secret).Value, JsonEncodedText.Encode(secret, AsQemuDoes).Value }
           select form,
    ];

    public string Mask(string text)
    {
        foreach (var secret in _known)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A line of QMP, which may have been cut anywhere.</summary>
    public string MaskQmp(string line)
    {
        var shown = Password().Replace(line, "$1***");
        shown = shown.Contains("\"qom-type\"", StringComparison.Ordinal) ? Data().Replace(shown, "$1***") : shown;
        return Mask(HumanCommand().Replace(shown, "$1***"));
    }

    [GeneratedRegex("""("(?:[a-z-]*pass(?:word|wd|phrase)?|key-?data|crypto-key)"\s*:\s*")(?:\\.|[^"\\])*""")]
    private static partial Regex Password();

    [GeneratedRegex("""("data"\s*:\s*")(?:\\.|[^"\\])*""")]
    private static partial Regex Data();

    // What people type into the monitor: change vnc password, set_password, object_add secret.
    [GeneratedRegex("""("command-line"\s*:\s*")(?=(?:\\.|[^"\\])*(?:pass|secret))(?:\\.|[^"\\])*""")]
    private static partial Regex HumanCommand();
}
